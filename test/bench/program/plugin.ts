import * as backup from "pulumi-backup-plans/plugin";
import { nthPlan } from "../../kinds/serveravatar/nth-plan";
import type { Made } from "./made";

/** As `plan` is, by the plugin. */
export const made: Made = { Resource: backup.serveravatar.BackupPlan, args: nthPlan };
