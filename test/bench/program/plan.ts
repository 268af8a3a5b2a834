import * as backup from "pulumi-backup-plans";
import { shopPlan } from "../../kinds/example-shop";
import type { Make } from "./make";

export const make: Make = (name) => new backup.serveravatar.BackupPlan(name, shopPlan);
