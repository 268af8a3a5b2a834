import * as pulumi from "@pulumi/pulumi";
import * as backup from "pulumi-backup-plans";

const config = new pulumi.Config("quickstart");
const shop = { organization: 5, server: 15, applicationId: 4246 };

/** Every night: the shop's files and database, kept for a year in ServerAvatar's own storage. */
const nightly = new backup.serveravatar.BackupPlan("shop-nightly", {
  ...shop,
  type: "application",
  databaseId: 4223,
  provider: "serveravatar",
  cloudStorageProviderId: 12,
  automaticBackup: true,
  schedule: config.get("schedule") ?? "Every Day",
  retentionPeriod: config.get("retention") ?? "12 Months",
  startBackupFromNow: true,
  applicationExtension: ".tar.gz",
  databaseExtension: ".sql.gz",
  allow: config.getObject("allow"),
});

/** Every hour: the orders alone, in storage that is not the server's. */
const orders = new backup.serveravatar.BackupPlan("orders-hourly", {
  ...shop,
  type: "database",
  databaseId: 4224,
  provider: "wasabi",
  cloudStorageProviderId: 10,
  automaticBackup: true,
  schedule: "Every Hour",
  databaseExtension: ".sql.gz",
});

/** Twice a month: the files of the blog. */
const blog = new backup.serveravatar.BackupPlan("blog-files", {
  organization: 5,
  server: 15,
  applicationId: 4247,
  type: "filesystem",
  provider: "serveravatar",
  cloudStorageProviderId: 12,
  automaticBackup: true,
  schedule: "Twice a Month",
  retentionPeriod: "3 Months",
  applicationExtension: ".tar.gz",
});

/** Once, and once more whenever the nightly plan becomes another one: its id is not known before `pulumi up`. */
const before = new backup.serveravatar.Backup("before-upgrade", {
  ...shop,
  type: "filesystem",
  provider: "amazon_s3",
  cloudStorageProviderId: 11,
  applicationExtension: ".tar",
  triggers: [nightly.id],
});

export const plans = [nightly.summary, orders.summary, blog.summary];
export const instant = before.summary;
