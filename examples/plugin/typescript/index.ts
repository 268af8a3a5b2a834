import { dds, serveravatar } from "pulumi-backup-plans/plugin";

/** Every night: the shop's files and database, kept for a year. */
const nightly = new serveravatar.BackupPlan("shop-nightly", {
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

/** A recovery point for each version of the schema: when that changes, a new one is taken, and the old one is kept. */
new dds.Backup("before-upgrade", { instanceId: "a89dab5e39394eccbdb77b19d57b0180in02", triggers: ["41"] });

export const summary = nightly.summary;
