import * as backup from "pulumi-backup-plans/plugin";
import { shopPlan } from "../../kinds/example-shop";
import type { Make } from "./make";

/** As `plan` is, by the plugin. */
export const make: Make = (name) => new backup.serveravatar.BackupPlan(name, shopPlan);
