import { z } from "zod";
import type { Going } from "../../../core/doubt/carry-out";
import { isSameId } from "../../../core/ground/same-id";
import { utcTime } from "../../../core/ground/utc-time";
import type { Endpoint } from "../../../core/http/endpoint";
import type { Context } from "../../../core/kind/context";
import type { Common, Outputs } from "../../../core/kind/definition";
import { rowsOf } from "../../../core/lists/shared-rows";
import type { Unreadable } from "../../../core/lists/unreadable";
import type { RecoveryPoints } from "../../../core/recovery-points/recovery-points";
import type { State } from "../../../plan/state";
import { endsByItself } from "../access/busy";
import { type Connection, connect, type OtcService } from "../access/connection";
import { hasCode, isGone, NAME_TAKEN, UNKNOWN_JOB } from "../access/errors";
import { type BackupList, backupPages, isManual, type Row } from "./backup-list";

export const made = z.object({ job_id: z.string().nullish(), backup_id: z.string() });

export interface OtcBackup extends Common {
  instanceId: string;
  name?: string;
  description?: string;
}

interface Job {
  status: string;
  fail_reason?: string | null;
}

/** The calls in which the backups of the two services differ. */
export interface BackupCalls<A extends OtcBackup> {
  service: OtcService;
  list: BackupList;
  /** The lists that a backup can be in: instances, and with GeminiDB tables. */
  kinds: readonly Record<string, string>[];
  delete: Endpoint<unknown, "projectId" | "backupId">;
  create(connection: Connection, args: A, going: Going): Promise<z.output<typeof made>>;
  job(connection: Connection, id: string): Promise<Job | undefined>;
  /** How many manual backups a project may have unless that was raised, where the vendor says so. */
  usualQuota?: number;
  /** Whether its guide says that names are compared without case, and its API page that they are not. */
  namesMayIgnoreCase?: true;
}

const STATES: Record<string, State> = {
  BUILDING: "pending",
  COMPLETED: "ready",
  FAILED: "failed",
  DISABLED: "deleting",
  DELETING: "deleting",
};

const BYTES_PER_KB = 1024;

/** Manual backups of one of the two services. */
export function nounOf({ service }: { service: { namespace: string } }): string {
  return `${service.namespace} backup`;
}

export function otcBackups<A extends OtcBackup>(context: Context, calls: BackupCalls<A>): RecoveryPoints<A, Row> {
  let connecting: Promise<Connection> | undefined;
  const connection = () => (connecting ??= connect(context, calls.service));
  const jobs = new Map<string, string>();
  return {
    service: calls.service.name,
    noun: nounOf(calls),
    namesAreUnique: true,
    listShowsAll: true,
    findsByList: true,
    queue: ({ instanceId }) => instanceId.toLowerCase(),
    // A name is unique in its project, so what has it may be of another instance.
    list: async (_args, freshness) => {
      const source = sourceOf(await connection(), calls);
      return source.rows.all(source.now, freshness);
    },
    find: async (id, _args, freshness) => {
      const source = sourceOf(await connection(), calls);
      return source.rows.one(id, source[freshness], freshness);
    },
    send: async (args, going) => {
      const { backup_id: id, job_id: job } = await calls.create(await connection(), args, going);
      if (job) jobs.set(id, job);
      return id;
    },
    remove: async (id) => remove(await connection(), calls, id),
    isBusy: async (error, { instanceId }) => endsByItself(context, await connection(), instanceId, error),
    isNameTaken: (error) => hasCode(error, NAME_TAKEN),
    now: async () => (await connection()).client.now,
    idOf: (row) => row.id,
    nameOf: (row) => row.name ?? undefined,
    stateOf: (row) => STATES[row.status.toUpperCase()] ?? "unknown",
    outputsOf,
    differences,
    argumentsOf: (row) => argumentsOf(row) as Partial<A>,
    expiring: (row) => (isManual(row) ? undefined : automated(row, calls.service)),
    reason: async (row) => failReason(await connection(), calls, jobs.get(row.id)),
  };
}

function sourceOf<A extends OtcBackup>(connection: Connection, calls: BackupCalls<A>) {
  const key = [calls.service.name, connection.client.address, connection.projectId].join(" ");
  const { context } = connection.client;
  const all = () => pages(connection, calls, {});
  const once = (id: string) => listed(connection, calls, id);
  return {
    rows: rowsOf<Row>(context.run, key, (row) => row.id),
    now: { pages: all, one: async (id: string) => (await once(id)) ?? once(id) },
    // What a refresh takes for gone leaves the state.
    lately: {
      pages: all,
      one: async (id: string) => {
        const row = await once(id);
        if (row === undefined) await context.deadline.pause(context.pollMilliseconds);
        return row ?? once(id);
      },
    },
  };
}

/** The services show no single backup. A list that lacks it is asked for once more; rows of others are no answer. */
async function listed<A extends OtcBackup>(
  connection: Connection,
  calls: BackupCalls<A>,
  id: string,
): Promise<Row | Unreadable | undefined> {
  let other: Row | Unreadable | undefined;
  for await (const page of pages(connection, calls, { backup_id: id })) {
    const row = page.find((each) => isSameId(each.id, id));
    if (row) return row;
    other ??= page[0];
  }
  return other;
}

async function* pages<A extends OtcBackup>(
  connection: Connection,
  calls: BackupCalls<A>,
  query: Record<string, string>,
): AsyncGenerator<(Row | Unreadable)[]> {
  for (const kind of calls.kinds) yield* backupPages(connection, calls.list, { ...query, ...kind });
}

async function remove<A extends OtcBackup>({ client, projectId }: Connection, calls: BackupCalls<A>, backupId: string) {
  try {
    await client.call(calls.delete, { path: { projectId, backupId } });
  } catch (error) {
    if (!isGone(error)) throw error;
  }
}

/** Only the job says why; where it is not known (any more), there is nothing to say. */
async function failReason<A extends OtcBackup>(
  connection: Connection,
  calls: BackupCalls<A>,
  job: string | undefined,
): Promise<string | undefined> {
  if (job === undefined) return undefined;
  try {
    return (await calls.job(connection, job))?.fail_reason ?? undefined;
  } catch (error) {
    if (hasCode(error, UNKNOWN_JOB)) return undefined;
    throw error;
  }
}

function outputsOf(row: Row): Outputs {
  const state = STATES[row.status.toUpperCase()];
  const finishedAt = state === "pending" ? undefined : utcTime(row.end_time);
  return {
    vendorStatus: row.status,
    startedAt: utcTime(row.begin_time),
    finishedAt,
    lastBackupAt: state === "ready" ? (finishedAt ?? utcTime(row.begin_time)) : undefined,
    sizeBytes: state === "ready" && typeof row.size === "number" ? Math.round(row.size * BYTES_PER_KB) : undefined,
    datastore: row.datastore ?? undefined,
  };
}

function automated({ type }: Row, { name, namespace }: OtcService): string {
  return (
    `no manual one (${name} says ${type}): while the policy of the instance is on (${namespace}.BackupPolicy), ${name} ` +
    "deletes automated ones by itself after its keepDays, so a resource cannot keep it"
  );
}

function argumentsOf({ instance_id: instanceId, name, description }: Row): OtcBackup {
  return { instanceId, ...(name && { name }), ...(description && { description }) };
}

function differences(row: Row, args: OtcBackup): [string, unknown][] {
  const shown: [keyof OtcBackup & string, unknown][] = [
    ["instanceId", isSameId(row.instance_id, args.instanceId) ? args.instanceId : row.instance_id],
    ["name", row.name],
    ["description", row.description ?? ""],
  ];
  return shown.filter(([name, value]) => args[name] !== undefined && value !== args[name]);
}
