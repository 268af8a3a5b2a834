import { dds, geminidb, rds } from "pulumi-backup-plans";
import { later, number, promised, text } from "./values";

const instanceId = "a89dab5e39394eccbdb77b19d57b0180in02";
const daily = [1, 2, 3, 4, 5, 6, 7];

const full: dds.Backup = new dds.Backup("x", { instanceId, triggers: [later.text] });
new dds.Backup("x", { instanceId: later.text, name: text, description: promised.text, adopt: "77" });
new geminidb.Backup("x", { instanceId, description: "manual" });
new geminidb.Backup("x", { instanceId, description: later.text });
// @ts-expect-error: an instance is required
new dds.Backup("x", { name: "before-upgrade" });
// @ts-expect-error: GeminiDB's page says that a description is mandatory
new geminidb.Backup("x", { instanceId });
// @ts-expect-error: a policy's word
new dds.Backup("x", { instanceId, onDelete: "disable" });
// @ts-expect-error: a name with a slip
new geminidb.Backup("x", { instanceId, description: "", triger: [1] });

// keepDays decides about startTime and period.
for (const { BackupPolicy } of [dds, geminidb]) {
  new BackupPolicy("x", { instanceId, keepDays: 7, startTime: "01:00-02:00", period: daily });
  new BackupPolicy("x", { instanceId, keepDays: 7, startTime: later.text, period: later.list });
  new BackupPolicy("x", { instanceId, keepDays: 7, startTime: text, period: [1, later.number] });
  new BackupPolicy("x", { instanceId, keepDays: 0, onDelete: "restore" });
  new BackupPolicy("x", { instanceId, keepDays: number });
  new BackupPolicy("x", { instanceId, keepDays: later.number, startTime: text });
  new BackupPolicy("x", { instanceId, keepDays: promised.number, period: daily });
  // @ts-expect-error: a time and days are required
  new BackupPolicy("x", { instanceId, keepDays: 7 });
  // @ts-expect-error: days are required
  new BackupPolicy("x", { instanceId, keepDays: 7, startTime: "01:00-02:00" });
  // @ts-expect-error: a time is required
  new BackupPolicy("x", { instanceId, keepDays: 7, period: daily });
  new BackupPolicy("x", { instanceId, keepDays: 0, startTime: "01:00-02:00" });
  new BackupPolicy("x", { instanceId, keepDays: 0, period: daily });
  // @ts-expect-error: days are numbers
  new BackupPolicy("x", { instanceId, keepDays: 7, startTime: "01:00-02:00", period: "1,2,3" });
  // @ts-expect-error: a policy cannot be deleted
  new BackupPolicy("x", { instanceId, keepDays: 0, onDelete: "delete" });
  // @ts-expect-error: every instance has a policy, which is taken over
  new BackupPolicy("x", { instanceId, keepDays: 0, adopt: "77" });
  // @ts-expect-error: a policy has no triggers
  new BackupPolicy("x", { instanceId, keepDays: 0, triggers: [1] });
}

new rds.Backup("x", { instanceId, databases: [{ name: "shop" }, { name: later.text }] });
new rds.BackupPolicy("x", { instanceId, keepDays: 1, startTime: "01:00-02:00", period: [7], onDelete: "restore" });
new rds.BackupPolicy("x", { instanceId, keepDays: later.number, startTime: later.text, period: later.list });
// @ts-expect-error: a database has a name
new rds.Backup("x", { instanceId, databases: ["shop"] });
// @ts-expect-error: the service lets nobody turn a policy off, so it has a time and days
new rds.BackupPolicy("x", { instanceId, keepDays: 7 });
// @ts-expect-error: nor can leaving the stack
new rds.BackupPolicy("x", { instanceId, keepDays: 7, startTime: text, period: daily, onDelete: "disable" });

const policy: dds.BackupPolicy = new dds.BackupPolicy("x", { instanceId, keepDays: 0 });
export const known = [full.backupId, full.datastore, policy.previousPolicy, policy.summary];
