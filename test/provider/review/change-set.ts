import { shopPlan } from "../../kinds/example-shop";
import type { Declaration } from "../../with/programs/declaration";
import type { Planted } from "./planted";

const application = { ...shopPlan };
const shop = { ...application, startBackup: "2027-01-31 02:30" };
const files = {
  ...application,
  type: "filesystem",
  applicationId: 4247,
  databaseId: undefined,
  databaseExtension: undefined,
  provider: "wasabi",
  retentionPeriod: undefined,
};
const documents = {
  instanceId: "a89dab5e39394eccbdb77b19d57b0180in02",
  keepDays: 14,
  startTime: "01:00-02:00",
  period: [1, 2, 3, 4, 5, 6, 7],
};
const orders = { instance: "d4603f69-ec7e-4e9b-803f-600b9205576f" };
const events = { instanceId: "a4d8ea2584e047439a667703c0684119in06", description: "" };

const ran = (day: string) => ({ lastBackupAt: `2029-${day}T02:31:00Z`, health: "ok" });
const finished = { lastBackupAt: "2029-11-30T03:00:00Z", finishedAt: "2029-11-30T03:00:00Z", sizeBytes: 2_415_919_104 };

/** What stands before the change, in all four services. */
export const before: Planted[] = [
  { kind: "serveravatar:BackupPlan", name: "shop", id: "21", args: shop, outputs: { planId: "21", ...ran("12-31") } },
  {
    kind: "serveravatar:BackupPlan",
    name: "files",
    id: "22",
    args: { ...files, allow: { "less-frequent": "Every Day" } },
    outputs: { planId: "22", ...ran("12-01"), health: "overdue" },
  },
  {
    kind: "serveravatar:BackupPlan",
    name: "blog",
    id: "23",
    args: { ...application, applicationId: 4250, databaseId: 4251 },
    outputs: { planId: "23", ...ran("12-31") },
  },
  { kind: "dds:BackupPolicy", name: "documents", id: documents.instanceId, args: documents },
  {
    kind: "geminidb:BackupPolicy",
    name: "events-policy",
    id: events.instanceId,
    args: { ...documents, ...events, description: undefined },
  },
  {
    kind: "trove:Backup",
    name: "orders-full",
    id: "full-1",
    args: { ...orders, onDelete: "delete" },
    outputs: { backupId: "full-1", ...finished },
  },
  {
    kind: "trove:Backup",
    name: "orders-incremental",
    id: "incremental-1",
    args: { ...orders, parentId: "44b277eb-39be-4921-be31-3d61b43651d7" },
    outputs: { backupId: "incremental-1", resolvedParentId: "full-1", ...finished },
  },
  {
    kind: "dds:Backup",
    name: "before-upgrade",
    id: "point-1",
    args: { instanceId: documents.instanceId, onDelete: "delete" },
    outputs: { backupId: "point-1", ...finished },
  },
  {
    kind: "geminidb:Backup",
    name: "yearly",
    id: "point-2",
    args: events,
    outputs: { backupId: "point-2", ...finished },
  },
];

const unchanged = (name: string): Declaration => before.find((each) => each.name === name)!;

/** The same program after an edit: `blog` and `before-upgrade` are no longer in it. */
export const after: Declaration[] = [
  {
    kind: "serveravatar:BackupPlan",
    name: "shop",
    args: { ...shop, schedule: "Every Week", retentionPeriod: "1 Month", allow: { "less-frequent": "Every Week" } },
  },
  unchanged("files"),
  { kind: "dds:BackupPolicy", name: "documents", args: { ...documents, keepDays: 7, startTime: "03:00-04:00" } },
  unchanged("events-policy"),
  {
    kind: "trove:Backup",
    name: "orders-full",
    args: { ...orders, onDelete: "delete", triggers: ["v2"], allow: { "replace-recovery-point": "full-1" } },
  },
  unchanged("orders-incremental"),
  { kind: "geminidb:Backup", name: "events-before-v2", args: { ...events, triggers: ["v2"] } },
  {
    kind: "geminidb:Backup",
    name: "after <b>v2</b> | `now`",
    args: { instanceId: events.instanceId, description: { idOf: "events-before-v2" } },
  },
  {
    kind: "dds:BackupPolicy",
    name: "second",
    args: { ...documents, instanceId: "b90ebc6f4a4a5fddcec88c20e68c1291in02", period: [1, 4], keepDays: 10 },
  },
  unchanged("yearly"),
];
