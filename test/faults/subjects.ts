import { DateTime } from "luxon";
import type { Rule } from "./rules";
import type { Holdings } from "./world";

type Args = Record<string, unknown>;

/** One way of declaring a kind, with a place in the services of its own. */
export interface Subject {
  /** As the table shows it. */
  readonly title: string;
  /** As in its Pulumi type. */
  readonly kind: string;
  readonly service: string;
  readonly args: Args;
  /** A change that is made in place or, of a recovery point, by a replacement. */
  readonly changed: Args;
  /** Over its arguments: what another stack can have beside it. */
  readonly beside?: Args;
  /** Which requests create it. */
  readonly creates: Pick<Rule, "service" | "method" | "path" | "text">;
  /** What the service holds of it, by the id that the state should know. */
  stands(holdings: Holdings): Record<string, unknown>;
  /** What `onDelete` says when it leaves. */
  readonly leaves: "delete" | "restore";
  /** A look cannot always tell whether it is there. */
  readonly hidden?: true;
}

interface SaRow {
  id: number;
  instant: boolean;
  application_id: number;
  cloud_storage_provider_id: number;
  schedule: string;
}

const SERVER = { organization: 5, server: 15, applicationExtension: ".tar.gz" };
const STORAGES: Record<number, Args> = {
  10: { provider: "wasabi", cloudStorageProviderId: 10 },
  11: { provider: "amazon_s3", cloudStorageProviderId: 11 },
  12: { provider: "serveravatar", cloudStorageProviderId: 12, retentionPeriod: "12 Months" },
};

function target(applicationId: number, storage: number) {
  const of = (row: SaRow) => row.application_id === applicationId && row.cloud_storage_provider_id === storage;
  return {
    args: { ...SERVER, type: "filesystem", applicationId, ...STORAGES[storage] },
    creates: {
      ...{ service: "serveravatar", method: "POST", path: /\/backups$/ },
      text: new RegExp(`"cloud_storage_provider_id":${storage},.*"application_id":${applicationId},`),
    },
    rows: (rows: SaRow[]) => Object.fromEntries(rows.filter(of).map((row) => [`${row.id}`, row])),
  };
}

function plan(title: string, applicationId: number, storage: number, more: Args = {}): Subject {
  const { args, creates, rows } = target(applicationId, storage);
  return {
    ...{ title, kind: "serveravatar:BackupPlan", service: "serveravatar", creates, hidden: true, leaves: "delete" },
    args: { ...args, automaticBackup: true, schedule: "Every Day", ...more },
    changed: { schedule: "Every 12 Hours" },
    beside: { ...STORAGES[21 - storage], startBackup: undefined },
    stands: ({ serveravatar }) => rows(serveravatar.plans.filter(({ instant }: SaRow) => !instant)),
  };
}

function instant(title: string, applicationId: number, storage: number, more: Args = {}): Subject {
  const { args, creates, rows } = target(applicationId, storage);
  return {
    ...{ title, kind: "serveravatar:Backup", service: "serveravatar", creates, hidden: true, leaves: "delete" },
    args: { ...args, ...more },
    changed: { triggers: ["changed"] },
    beside: { name: undefined },
    stands: ({ serveravatar }) => rows(serveravatar.runs.filter((run: SaRow) => run.instant)),
  };
}

interface TroveRow {
  id: string;
  instanceId: string;
}

function troveBackup(title: string, instance: string, more: Args = {}): Subject {
  return {
    ...{ title, kind: "trove:Backup", service: "trove", changed: { triggers: ["changed"] }, leaves: "delete" },
    args: { instance, ...more },
    beside: { name: undefined },
    creates: { service: "trove", method: "POST", path: /\/backups$/, text: new RegExp(instance) },
    stands: ({ trove }) =>
      Object.fromEntries(
        trove.backups.filter((row: TroveRow) => row.instanceId === instance).map((row: TroveRow) => [row.id, row]),
      ),
  };
}

interface OtcRow {
  id: string;
  instance_id: string;
  project_id: string;
}

const PROJECT = "0549b4a43100d4f32f51c01c2fe4acdb";

function otcBackup(title: string, service: string, instanceId: string, more: Args = {}): Subject {
  const mine = (row: OtcRow) => row.instance_id === instanceId && row.project_id === PROJECT;
  return {
    ...{ title, kind: `${service}:Backup`, service, leaves: "delete" },
    args: { instanceId, description: "nightly", ...more },
    beside: { name: undefined },
    changed: { triggers: ["changed"], ...("name" in more && { name: `${more.name}-2` }) },
    creates: { service, method: "POST", path: /\/backups/, text: new RegExp(instanceId) },
    stands: (holdings) =>
      Object.fromEntries(holdings[service].backups.filter(mine).map((row: OtcRow) => [row.id, row])),
  };
}

function policy(service: string, instanceId: string): Subject {
  const args = { instanceId, keepDays: 14, startTime: "03:00-04:00", period: [1, 2, 3, 4, 5, 6, 7] };
  const mine = (row: OtcRow & { startTime: string }) =>
    row.instance_id === instanceId && row.project_id === PROJECT && row.startTime !== "01:00-02:00";
  return {
    ...{ title: `${service}:BackupPolicy`, kind: `${service}:BackupPolicy`, service, args, leaves: "restore" },
    changed: { keepDays: 30 },
    creates: { service, method: "PUT", path: new RegExp(`${instanceId}/backups/policy`) },
    stands: (holdings) =>
      Object.fromEntries(holdings[service].policies.filter(mine).map((row: OtcRow) => [row.instance_id, row])),
  };
}

interface ScheduleRow {
  id: string;
  source: { id: string };
}

function schedule(sourceId: string): Subject {
  const kind = "rackspace:BackupSchedule";
  return {
    ...{ title: kind, kind, service: "rackspace", changed: { hour: 4 }, leaves: "delete" },
    args: { sourceId, dayOfWeek: 0, hour: 14, minute: 30 },
    creates: { service: "rackspace", method: "POST", path: /\/schedules$/, text: new RegExp(sourceId) },
    stands: ({ rackspace }) =>
      Object.fromEntries(
        rackspace.schedules
          .filter((row: ScheduleRow) => row.source.id === sourceId)
          .map((row: ScheduleRow) => [row.id, row]),
      ),
  };
}

const later = DateTime.utc().plus({ days: 2 }).toFormat("yyyy-MM-dd HH:mm");

/** Each kind, and beside it each way of declaring it that leaves the provider with less to go by. */
export const subjects: readonly Subject[] = [
  plan("serveravatar:BackupPlan", 4246, 10),
  plan("serveravatar:BackupPlan, starts later", 4247, 10, { startBackup: later }),
  instant("serveravatar:Backup", 4246, 11),
  instant("serveravatar:Backup, written name", 4247, 11, { name: "shared" }),
  troveBackup("trove:Backup", "d4603f69-ec7e-4e9b-803f-600b9205576f"),
  troveBackup("trove:Backup, written name", "44b277eb-39be-4921-be31-3d61b43651d7", { name: "shared" }),
  otcBackup("dds:Backup", "dds", "a89dab5e39394eccbdb77b19d57b0180in02"),
  otcBackup("dds:Backup, written name", "dds", "b90ebc6f4a4a5fddcec88c20e68c1291in02", { name: "written" }),
  policy("dds", "c01fcd705b5b60eedfd99d31f79d23a2in02"),
  otcBackup("geminidb:Backup", "geminidb", "a4d8ea2584e047439a667703c0684119in06"),
  otcBackup("geminidb:Backup, written name", "geminidb", "b5e9fb3695f158540b778814d1795220in06", { name: "written" }),
  policy("geminidb", "c6fa0c47a60269651c889925e28a6331in06"),
  otcBackup("rds:Backup", "rds", "d8e6ca5a624745bcb546a227aa3ae1cfin01"),
  otcBackup("rds:Backup, written name", "rds", "e9f7db6b735856cdc657b338bb4bf2d0in01", { name: "written" }),
  policy("rds", "fa08ec7c846967ded768c449cc5c03e1in01"),
  schedule("44b277eb-39be-4921-be31-3d61b43651d7"),
];

/** Those that one stack can have without an explicit provider. */
export const inOneStack = subjects.filter(({ service }) => service !== "rackspace");

export const slugOf = ({ title }: Subject): string => title.replace(/\W+/g, "-").toLowerCase();
