import * as backup from "pulumi-backup-plans";

/** An application, files and database, every night. */
export const shop = new backup.serveravatar.BackupPlan("shop-nightly", {
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
}).summary;
