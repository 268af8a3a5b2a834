import * as backup from "pulumi-backup-plans";

const instanceId = "a4d8ea2584e047439a667703c0684119in06";

const manual = new backup.geminidb.Backup("before-migration", { instanceId, description: "before the migration" });

const policy = new backup.geminidb.BackupPolicy("nightly", {
  instanceId,
  keepDays: 7,
  startTime: "03:15-04:15",
  period: [1, 2, 3, 4, 5, 6, 7],
});

export const summaries = [manual.summary, policy.summary];
