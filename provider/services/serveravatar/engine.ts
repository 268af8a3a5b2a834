import { backup } from "./backup";
import { backupPlan } from "./backup-plan";

export { discover } from "./discover";

export const kinds = { BackupPlan: backupPlan, Backup: backup };

/** No provider for Pulumi makes its applications. */
export const instanceTypes: string[] = [];
