import * as backup from "pulumi-backup-plans";
import { nthPlan } from "../../kinds/serveravatar/nth-plan";
import type { Made } from "./made";

export const made: Made = { Resource: backup.serveravatar.BackupPlan, args: nthPlan };
