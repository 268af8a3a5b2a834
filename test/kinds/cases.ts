import type { Case } from "./case";
import { otcBackups } from "./otc-backup-cases";
import { otcPolicies } from "./otc-policy-cases";
import { serveravatar } from "./serveravatar-cases";
import { trove } from "./trove-cases";

/** Every kind of resource. */
export const cases: readonly Case[] = [...serveravatar, ...trove, ...otcBackups, ...otcPolicies];
