import * as backup from "pulumi-backup-plans/plugin";
import { nthPlan } from "../../kinds/serveravatar/nth-plan";
import type { Make } from "./make";

/** As `plan` is, by the plugin. */
export const make: Make = (name, index) => new backup.serveravatar.BackupPlan(name, nthPlan(index));
