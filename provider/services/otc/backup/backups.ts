import { isSameId } from "../../../core/ground/same-id";
import type { Context } from "../../../core/kind/context";
import { rowsOf } from "../../../core/lists/shared-rows";
import type { Unreadable } from "../../../core/lists/unreadable";
import type { RecoveryPoints } from "../../../core/recovery-points/recovery-points";
import { endsByItself } from "../access/busy";
import { type Connection, connect, type OtcService } from "../access/connection";
import { hasCode, hasOneOf, NAME_TAKEN, UNKNOWN_JOB, unlessRefused } from "../access/errors";
import { type BackupCalls, listsProject, type OtcBackup } from "./backup-calls";
import { backupPages, isManual, type Row } from "./backup-list";
import { adoptionDifferences, argumentsOf, differences, outputsOf, stateOf } from "./backup-row";

export function nounOf({ service }: { service: { namespace: string } }): string {
  return `${service.namespace} backup`;
}

/** Returns the calls for the manual backups of one service. */
export function otcBackups<A extends OtcBackup>(context: Context, calls: BackupCalls<A>): RecoveryPoints<A, Row> {
  let connecting: Promise<Connection> | undefined;
  const connection = () => (connecting ??= connect(context, calls.service));
  const jobs = new Map<string, string>();
  let isInstanceGone = false;
  /** After an instance is gone its list may be gone, too; its manual backups stay. */
  const listed = async <T>(look: Promise<T>, none: T): Promise<T> => {
    try {
      return await look;
    } catch (error) {
      if (!hasOneOf(error, calls.service.says.instanceGone)) throw error;
      isInstanceGone = true;
      return none;
    }
  };
  const sourceFor = async ({ instanceId }: A) => sourceOf(await connection(), calls, instanceId);
  return {
    context,
    service: calls.service.name,
    noun: nounOf(calls),
    namesAreUnique: true,
    get listShowsAll() {
      return !isInstanceGone;
    },
    findsByList: true,
    queue: ({ instanceId }) => instanceId.toLowerCase(),
    looksIn: ({ instanceId }) => (listsProject(calls) ? undefined : `instance ${instanceId}`),
    // A name is unique in its project, so a backup of another instance may have it.
    list: async (args, freshness) => {
      const source = await sourceFor(args);
      return listed(source.rows.all(source.now, freshness), []);
    },
    find: async (id, args, freshness) => {
      const source = await sourceFor(args);
      return listed(source.rows.one(id, source[freshness], freshness), undefined);
    },
    send: async (args, going) => {
      const { id, job } = await calls.create(await connection(), args, going);
      if (job) jobs.set(id, job);
      return id;
    },
    remove: async (id) => remove(await connection(), calls, id),
    isBusy: async (error, { instanceId }) => endsByItself(await connection(), instanceId, error),
    isNameTaken: (error) => hasCode(error, NAME_TAKEN),
    now: async () => (await connection()).client.now,
    idOf: (row) => row.id,
    nameOf: (row) => row.name ?? undefined,
    stateOf,
    outputsOf,
    differences,
    adoptionDifferences,
    argumentsOf: (row) => argumentsOf(row) as Partial<A>,
    unfit: (row) => (isManual(row) ? ofTables : automated)(row, calls.service),
    reason: async (row) => failReason(await connection(), calls, jobs.get(row.id)),
  };
}

function sourceOf<A extends OtcBackup>(connection: Connection, calls: BackupCalls<A>, instanceId: string) {
  const within = calls.within(instanceId);
  const key = [calls.service.name, connection.client.address, connection.projectId, ...Object.values(within)].join(" ");
  const { context } = connection.client;
  const all = () => pages(connection, calls, within);
  const once = (id: string) => found(connection, calls, { ...within, backup_id: id });
  return {
    rows: rowsOf<Row>(context.run, key, (row) => row.id),
    now: { pages: all, one: async (id: string) => (await once(id)) ?? once(id) },
    // A refresh removes from the state what is not found, so it looks twice with a pause.
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

/** Returns one backup. No service has a call for one, so the list is limited to its id; rows of other ids do not count. */
async function found<A extends OtcBackup>(
  connection: Connection,
  calls: BackupCalls<A>,
  query: { backup_id: string },
): Promise<Row | Unreadable | undefined> {
  const { backup_id: id } = query;
  let other: Row | Unreadable | undefined;
  for await (const page of pages(connection, calls, query)) {
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

async function remove<A extends OtcBackup>(connection: Connection, calls: BackupCalls<A>, backupId: string) {
  const { client, projectId, service } = connection;
  await unlessRefused(service.says.backupGone, () => client.call(calls.delete, { path: { projectId, backupId } }));
}

/** Returns why a backup failed. Only its job says so; nothing where the job is not known any more. */
async function failReason<A extends OtcBackup>(
  connection: Connection,
  calls: BackupCalls<A>,
  job: string | undefined,
): Promise<string | undefined> {
  if (job === undefined) return undefined;
  const known = await unlessRefused(UNKNOWN_JOB, async () => calls.job?.(connection, job));
  return known?.fail_reason ?? undefined;
}

function ofTables({ database_tables: tables }: Row, { namespace }: OtcService): string | undefined {
  const databases = [...new Set(tables?.map(({ database_name }) => database_name))];
  if (databases.length === 0) return undefined;
  return `one of single tables (of ${databases.join(", ")}), and ${namespace}.Backup is one of a whole instance`;
}

function automated({ type }: Row, { name, namespace }: OtcService): string {
  return (
    `no manual one (${name} says ${type}): while the policy of the instance is on (${namespace}.BackupPolicy), ${name} ` +
    "deletes automated ones by itself after its keepDays, so a resource cannot keep it"
  );
}
