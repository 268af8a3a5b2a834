import { validOf } from "../kinds/asked";
import type { Declaration } from "../with/programs/declaration";

const nightly = validOf("serveravatar:BackupPlan");
const { instance: trove } = validOf("trove:Backup");
const { instanceId: dds, period: week } = validOf("dds:BackupPolicy");
const { instanceId: geminidb } = validOf("geminidb:Backup");

const shop = validOf("serveravatar:Backup");
const elsewhere = {
  organization: 6,
  server: 16,
  type: "database",
  applicationId: 5246,
  databaseId: 5223,
  databaseExtension: ".sql",
};

/** Version 0.1.0 made two plans that differ in their start alone; what it stored stays as it is. */
const unseen = { ...nightly, startBackup: "2100-01-31 02:30", allow: { "less-frequent": "Every Week" } };

/** The program of a version's stored state. */
export function declaredIn(version: string): Declaration[] {
  return declared.map((each) => (version === "0.1.0" && each.name === "unseen" ? { ...each, args: unseen } : each));
}

/** What is stored: every kind, and whatever else leaves a trace in state. */
export const declared: Declaration[] = [
  {
    kind: "serveravatar:BackupPlan",
    name: "nightly",
    args: { ...nightly, onDelete: "delete" },
    options: { customTimeouts: { create: "5m" } },
  },
  { kind: "serveravatar:BackupPlan", name: "unseen", args: { ...unseen, retentionPeriod: "24 Months" } },
  { kind: "serveravatar:Backup", name: "before-upgrade", args: { ...shop, triggers: ["v1", { deep: [1] }] } },
  {
    kind: "serveravatar:Backup",
    name: "second-account",
    args: { ...elsewhere, provider: "wasabi", cloudStorageProviderId: 20, onDelete: "delete" },
    options: { provider: "eu" },
  },
  { kind: "trove:Backup", name: "full", args: { instance: trove, onDelete: "delete" } },
  {
    kind: "trove:Backup",
    name: "incremental",
    args: { instance: trove, parentId: { idOf: "full" }, description: "since the full one", onDelete: "delete" },
  },
  { kind: "dds:Backup", name: "documents", args: { instanceId: dds, onDelete: "delete", triggers: [42] } },
  {
    kind: "dds:BackupPolicy",
    name: "documents-nightly",
    args: { instanceId: dds, keepDays: 14, startTime: "03:00-04:00", period: week, onDelete: "restore" },
  },
  { kind: "geminidb:Backup", name: "events", args: { instanceId: geminidb, description: "", name: "events-written" } },
  {
    kind: "geminidb:BackupPolicy",
    name: "events-nightly",
    args: { instanceId: geminidb, keepDays: 0, allow: { disable: "keepDays 0" }, onDelete: "disable" },
  },
];
