import * as pulumi from "@pulumi/pulumi";
import * as backup from "pulumi-backup-plans";

const instanceId = "d8e6ca5a624745bcb546a227aa3ae1cfin01";
const schemaVersion = new pulumi.Config().get("schemaVersion") ?? "41";

/** A recovery point for each version of the schema: when that changes, a new one is taken, and the old one is kept. */
const beforeUpgrade = new backup.rds.Backup("before-upgrade", { instanceId, triggers: [schemaVersion] });

/** The instance's automated backups. */
const policy = new backup.rds.BackupPolicy("nightly", {
  instanceId,
  keepDays: 14,
  startTime: "01:00-02:00",
  period: [1, 2, 3, 4, 5, 6, 7],
});

export const summaries = [beforeUpgrade.summary, policy.summary];
