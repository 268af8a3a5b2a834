import * as pulumi from "@pulumi/pulumi";
import * as backup from "pulumi-backup-plans";

const plan = {
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
  startBackupFromNow: true,
  applicationExtension: ".tar.gz",
  databaseExtension: ".sql.gz",
} as const;

new backup.serveravatar.BackupPlan("literals", plan);
// @ts-expect-error: schedule is missing
new backup.serveravatar.BackupPlan("x", {
  organization: 5,
  server: 15,
  type: "filesystem",
  applicationId: 1,
  provider: "wasabi",
  cloudStorageProviderId: 1,
  automaticBackup: true,
  applicationExtension: ".tar",
});
new backup.serveravatar.BackupPlan("x", {
  organization: 5,
  server: 15,
  type: "filesystem",
  applicationId: 1,
  provider: "wasabi",
  cloudStorageProviderId: 1,
  automaticBackup: true as boolean,
  applicationExtension: ".tar",
});
new backup.serveravatar.BackupPlan("x", {
  organization: 5,
  server: 15,
  type: "filesystem" as string,
  applicationId: 1,
  provider: "wasabi" as string,
  cloudStorageProviderId: 1,
  automaticBackup: pulumi.output(true),
});
// @ts-expect-error: not a word
new backup.serveravatar.BackupPlan("x", { ...plan, schedule: "Daily" });
// @ts-expect-error: unknown
new backup.serveravatar.BackupPlan("x", { ...plan, shedule: "Every Day" });
// @ts-expect-error
new backup.serveravatar.BackupPlan("x", { ...plan, startBackup: "2030-01-01 00:00" });
const x: backup.serveravatar.BackupPlanArgs = { ...plan };
const made: backup.serveravatar.BackupPlan = new backup.serveravatar.BackupPlan("x", x);
made.planId;
new backup.serveravatar.Backup("i", {
  organization: "5",
  server: 15,
  type: "filesystem",
  applicationId: 1,
  provider: "wasabi",
  cloudStorageProviderId: 1,
  applicationExtension: ".tar",
  triggers: [1],
  onDelete: "delete",
  allow: { "replace-recovery-point": "3" },
});
