import type { Case } from "./case";
import { otcBackups } from "./otc/backup-rules";
import { otcPolicies } from "./otc/policy-rules";
import { serveravatar } from "./serveravatar/rules";
import { trove } from "./trove/rules";

/** Every kind of resource. */
export const cases: readonly Case[] = [...serveravatar, ...trove, ...otcBackups, ...otcPolicies];
