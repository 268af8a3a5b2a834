import { BackupError, ServiceError } from "../../core/ground/errors";
import { isSameId } from "../../core/ground/same-id";
import { utcTime } from "../../core/ground/utc-time";
import type { Client } from "../../core/http/client";
import type { Context } from "../../core/kind/context";
import { type Freshness, rowsOf } from "../../core/lists/shared-rows";
import { isReadable, readable, type Unreadable } from "../../core/lists/unreadable";
import type { RecoveryPoints } from "../../core/recovery-points/recovery-points";
import type { State } from "../../plan/state";
import { api, nextMarker, type Page, type Row } from "./api";
import { connect } from "./connection";
import type { Backup } from "./schema";

const STATES: Record<string, State> = {
  NEW: "pending",
  BUILDING: "pending",
  SAVING: "pending",
  COMPLETED: "ready",
  RESTORED: "ready",
  FAILED: "failed",
  DELETE_FAILED: "failed",
};

/** Trove knows no largest page; Rackspace gives fewer, and a link to the next. */
const PAGE = 1000;
const BYTES_PER_GB = 1024 ** 3;

export function troveBackups(context: Context): RecoveryPoints<Backup, Row> {
  let connection: Promise<Client> | undefined;
  const client = () => (connection ??= connect(context));
  const whole = async (freshness: Freshness) => {
    const source = sourceOf(await client());
    return source.rows.whole(source, freshness);
  };
  const all = async (freshness: Freshness) => (await whole(freshness)).filter(isReadable);
  return {
    service: "Trove",
    namesAreUnique: false,
    listShowsAll: true,
    queue: ({ instance }) => instance.toLowerCase(),
    list: async ({ instance }, freshness) => (await all(freshness)).filter((row) => isOf(row, instance)),
    find: async (id, _args, freshness) => {
      const source = sourceOf(await client());
      return source.rows.one(id, source, freshness);
    },
    send: async (args, going) =>
      (await (await client()).call(api.create, { path: {}, json: { backup: bodyOf(args) }, going })).backup.id,
    remove: async (id) => void (await (await client()).call(api.delete, { path: { id } })),
    isBusy: async (error) => isRefusedAsBusy(error) && (ENDS.test(error.message) || (await all("now")).some(isRunning)),
    idOf: (row) => row.id,
    nameOf: (row) => row.name ?? undefined,
    stateOf: (row) => STATES[row.status] ?? "unknown",
    outputsOf: (row) => outputsOf(row, context.secrets),
    differences,
    beforeSending: async ({ parentId, instance }) => {
      if (parentId === undefined) return;
      const problem = unfitParent(await show(await client(), parentId), parentId, instance);
      if (problem) throw new BackupError(`parentId: ${problem}`);
    },
    // What cannot be read may be one of them.
    descendants: async (id) => descendantsOf((await whole("now")).map(readable), id),
    unreadable: async (freshness) => (await whole(freshness)).flatMap((row) => (isReadable(row) ? [] : [row.id])),
  };
}

/** What an instance is busy with, and comes to an end by itself. */
const ENDS = /status was (BACKUP|BUILD|REBOOT|RESIZE|UPGRADE|PROMOTE|EJECT|DETACH)|running/;

function isRefusedAsBusy(error: unknown): error is ServiceError {
  return error instanceof ServiceError && error.status === 422;
}

function isRunning(row: Row): boolean {
  return STATES[row.status] === "pending";
}

function isOf(row: Row, instance: string): boolean {
  return isSameId(row.instance_id, instance);
}

async function show(client: Client, id: string): Promise<Row | undefined> {
  return unlessGone(async () => (await client.call(api.show, { path: { id } })).backup);
}

/** Gone only when Trove itself says so: a gateway's 404 has another body. */
export async function unlessGone<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (isTroves(error)) return undefined;
    throw error;
  }
}

/** A 404 of Trove's own. */
function isTroves(error: unknown): boolean {
  if (!(error instanceof ServiceError) || error.status !== 404) return false;
  return typeof error.body === "object" && error.body !== null && "itemNotFound" in error.body;
}

export function sourceOf(client: Client) {
  return {
    rows: rowsOf<Row>(`Trove ${client.address}`, (row) => row.id),
    pages: () => pages(client),
    one: (id: string) => show(client, id),
  };
}

/** The marker is an offset. */
async function* pages(client: Client): AsyncGenerator<(Row | Unreadable)[]> {
  for (let marker: string | undefined = "0"; marker !== undefined; ) {
    const page: Page = await client.call(api.list, {
      path: {},
      query: { limit: PAGE, ...(marker !== "0" && { marker }) },
    });
    client.tellUnreadable(page.backups);
    yield page.backups;
    const next = page.backups.length > 0 ? nextMarker(page) : undefined;
    if (next === marker) throw new BackupError(`Trove: the list of backups does not go on behind marker ${marker}`);
    marker = next;
  }
}

/** Trove takes a parent that failed, and one of another instance, and makes a backup that cannot be restored. */
export function unfitParent(parent: Row | undefined, parentId: string, instance: string): string | undefined {
  if (!parent) return `Trove has no backup ${parentId}`;
  if (!isOf(parent, instance)) return `backup ${parentId} is of instance ${parent.instance_id}, not of ${instance}`;
  return STATES[parent.status] === "failed"
    ? `backup ${parentId} is ${parent.status}; what is built on it could not be restored`
    : undefined;
}

function descendantsOf(rows: readonly Row[], id: string): Row[] {
  const children = rows.filter((row) => isSameId(row.parent_id, id));
  return children.flatMap((child) => [child, ...descendantsOf(rows, child.id)]);
}

/** What is absent is left out: null and "" are refused. */
function bodyOf(args: Backup): object {
  return {
    name: args.name,
    instance: args.instance,
    description: args.description,
    parent_id: args.parentId,
    incremental: args.incremental === undefined ? undefined : args.incremental ? 1 : 0,
    swift_container: args.swiftContainer,
    storage_driver: args.storageDriver,
  };
}

/** What a secret argument would show up in stays out: the state keeps the mark only under the argument's own name. */
function outputsOf(row: Row, secrets: ReadonlySet<string>) {
  const ended = !isRunning(row);
  const finishedAt = ended ? utcTime(row.updated) : undefined;
  return {
    vendorStatus: row.status,
    startedAt: utcTime(row.created),
    finishedAt,
    lastBackupAt: STATES[row.status] === "ready" ? (finishedAt ?? utcTime(row.created)) : undefined,
    sizeBytes: ended && typeof row.size === "number" ? Math.round(row.size * BYTES_PER_GB) : undefined,
    locationRef: secrets.has("swiftContainer") ? undefined : (row.locationRef ?? undefined),
    datastore: row.datastore ?? undefined,
    // Not parentId: with incremental, Trove chooses one that the program does not name.
    resolvedParentId: secrets.has("parentId") ? undefined : (row.parent_id ?? undefined),
  };
}

function differences(row: Row, args: Backup): [string, unknown][] {
  const shown: [keyof Backup & string, unknown][] = [
    ["instance", isOf(row, args.instance) ? args.instance : row.instance_id],
    ["name", row.name],
    ["description", row.description],
    ["parentId", isSameId(row.parent_id, args.parentId) ? args.parentId : row.parent_id],
  ];
  const different = shown.filter(([name, value]) => args[name] !== undefined && value !== args[name]);
  const isFull = args.parentId === undefined && !args.incremental;
  return isFull && row.parent_id ? [...different, ["parentId", row.parent_id]] : different;
}
