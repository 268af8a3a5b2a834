import { backupSchedule } from "./backup-schedule";

export { discover } from "./discover";

export const kinds = { BackupSchedule: backupSchedule };

/** No provider for Pulumi makes its instances. */
export const instanceTypes: string[] = [];
