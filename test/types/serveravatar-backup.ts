import * as pulumi from "@pulumi/pulumi";
import { serveravatar } from "pulumi-backup-plans";
import { later, text, truth } from "./values";

const { Backup } = serveravatar;

const backup = {
  organization: 5,
  server: 15,
  type: "application",
  applicationId: 4246,
  provider: "serveravatar",
  cloudStorageProviderId: 12,
  retentionPeriod: "12 Months",
  applicationExtension: ".tar.gz",
  databaseExtension: ".sql.gz",
} as const;

new Backup("x", backup);
new Backup("x", { ...backup, name: "before-upgrade", triggers: ["v1", later.text, { deep: [truth] }] });
new Backup("x", { ...backup, name: later.text, triggers: pulumi.output([1]), adopt: "77", onDelete: "delete" });
new Backup("x", { ...backup, type: text, provider: text, startBackupFromNow: truth });
new Backup("x", { ...backup, allow: { "replace-recovery-point": "5001" } });
// @ts-expect-error: it is one backup
new Backup("x", { ...backup, schedule: "Every Day" });
// @ts-expect-error: it is one backup
new Backup("x", { ...backup, automaticBackup: false });
// @ts-expect-error: a retention is required
new Backup("x", { ...backup, retentionPeriod: undefined });
// @ts-expect-error: the extension of the dump is required
new Backup("x", { ...backup, databaseExtension: undefined });
// @ts-expect-error: a start is required
new Backup("x", { ...backup, startBackupFromNow: false });
// @ts-expect-error: no such provider
new Backup("x", { ...backup, provider: "s3" });
// @ts-expect-error: triggers are a list
new Backup("x", { ...backup, triggers: "v1" });
// @ts-expect-error: a name with a slip
new Backup("x", { ...backup, trigger: ["v1"] });

const made: serveravatar.Backup = new Backup("x", backup);
export const known = [made.backupId, made.totalSize, made.summary];
// @ts-expect-error: a plan's output
export const unknown = made.planId;
