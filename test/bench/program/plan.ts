import * as backup from "pulumi-backup-plans";
import { nthPlan } from "../../kinds/serveravatar/nth-plan";
import type { Make } from "./make";

export const make: Make = (name, index) => new backup.serveravatar.BackupPlan(name, nthPlan(index));
