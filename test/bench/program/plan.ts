import * as backup from "pulumi-backup-plans";
import type { Make } from "./make";

export const make: Make = (name) =>
  new backup.serveravatar.BackupPlan(name, {
    organization: 5,
    server: 15,
    type: "application",
    applicationId: 4246,
    databaseId: 4223,
    provider: "serveravatar",
    cloudStorageProviderId: 12,
    automaticBackup: true,
    schedule: "Every Day",
    retentionPeriod: "12 Months",
    applicationExtension: ".tar.gz",
    databaseExtension: ".sql.gz",
  });
