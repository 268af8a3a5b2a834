import { DateTime } from "luxon";
import { shopBackup } from "../kinds/example-shop";
import type { Kind } from "../kinds/kind";
import { kinds } from "../kinds/kinds";
import { otcServices } from "../kinds/otc/services";
import { PROJECTS } from "../with/host/other-account";
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
}

const { organization, server, applicationExtension } = shopBackup;
const SERVER = { organization, server, applicationExtension };
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

interface Row {
  id: string;
  instanceId: string;
  instance_id: string;
  project_id: string;
  startTime: string;
}

/** A kind in one of its places, and what a gateway and the emulator know of it. */
function subject({ kind, service, valid, place, turns, leaving }: Kind, at: number, more: Args = {}): Subject {
  const isPoint = kind.endsWith(":Backup");
  const args = { ...valid, ...place(at), ...more };
  const instance = `${args.instanceId ?? args.instance}`;
  // A policy always stands there; one that nobody set is the emulator's own.
  const mine = (row: Row) =>
    (row.instance_id ?? row.instanceId) === instance &&
    [undefined, PROJECTS.otc].includes(row.project_id) &&
    (isPoint || row.startTime !== valid.startTime);
  const rows = (all: Row[]) => all.filter(mine).map((row) => [isPoint ? row.id : row.instance_id, row]);
  const isWritten = "name" in more;
  return {
    ...{ title: isWritten ? `${kind}, written name` : kind, kind, service, args },
    leaves: "restore" in leaving ? "restore" : "delete",
    changed: isPoint ? { triggers: ["changed"] } : turns[0]!.to,
    ...(isPoint && { beside: { name: undefined } }),
    creates: {
      ...{ service, method: isPoint ? "POST" : "PUT", path: isPoint ? /\/backups/ : /\/backups\/policy/ },
      text: new RegExp(instance),
    },
    stands: (holdings) => Object.fromEntries(rows(holdings[service][isPoint ? "backups" : "policies"])),
  };
}

/** Where names are unique, a written one changes with every backup. */
function withWrittenName(kind: Kind, name: string): Subject {
  const made = subject(kind, 1, { name });
  const isUnique = otcServices.includes(kind.service);
  return { ...made, changed: { ...made.changed, ...(isUnique && { name: `${name}-2` }) } };
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
  ...kinds
    .filter(({ service }) => service !== "serveravatar" && service !== "rackspace")
    .flatMap((kind) =>
      kind.kind.endsWith(":Backup")
        ? [subject(kind, 0), withWrittenName(kind, kind.service === "trove" ? "shared" : "written")]
        : [subject(kind, 2, { startTime: "03:00-04:00" })],
    ),
  schedule("44b277eb-39be-4921-be31-3d61b43651d7"),
];

/** Those that one stack can have without an explicit provider. */
export const inOneStack = subjects.filter(({ service }) => service !== "rackspace");

export const slugOf = ({ title }: Subject): string => title.replace(/\W+/g, "-").toLowerCase();
