import { BackupError, ServiceError } from "../../core/ground/errors";
import { isSameId } from "../../core/ground/same-id";
import { utcTime } from "../../core/ground/utc-time";
import type { Client } from "../../core/http/client";
import type { Context } from "../../core/kind/context";
import { pagesOf } from "../../core/lists/pages";
import { type Freshness, rowsOf } from "../../core/lists/shared-rows";
import { isReadable, readable, type Unreadable } from "../../core/lists/unreadable";
import type { RecoveryPoints } from "../../core/recovery-points/recovery-points";
import type { State } from "../../plan/state";
import { connect } from "./account";
import { api, nextMarker, type Row } from "./api";
import { isRackspace } from "./configuration";
import { faultOf, unlessGone } from "./gone";
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

export const BACKUP = "trove backup";

export function troveBackups(context: Context): RecoveryPoints<Backup, Row> {
  let connection: Promise<Client> | undefined;
  const client = () => (connection ??= connect(context));
  const source = async () => sourceOf(await client());
  const whole = async (freshness: Freshness) => {
    const from = await source();
    return from.rows.whole(from, freshness);
  };
  // Rackspace's list may be cut, that of one instance is another one.
  const besidesTheList = async (id: string) => {
    const instance = isRackspace(context.settings) ? (await show(await client(), id))?.instance_id : undefined;
    if (!instance) return [];
    const ask = async () => (await client()).call(api.ofInstance, { path: { instance } });
    return (await unlessGone(ask))?.backups ?? [];
  };
  const all = async (freshness: Freshness) => (await whole(freshness)).filter(isReadable);
  return {
    service: "Trove",
    noun: BACKUP,
    namesAreUnique: false,
    listShowsAll: true,
    queue: ({ instance }) => instance.toLowerCase(),
    list: async ({ instance }, freshness) => (await all(freshness)).filter((row) => isOf(row, instance)),
    find: async (id, _args, freshness) => {
      const from = await source();
      return from.rows.one(id, from, freshness);
    },
    send: async (args, going) =>
      (await (await client()).call(api.create, { path: {}, json: { backup: bodyOf(args) }, going })).backup.id,
    remove: async (id) => void (await (await client()).call(api.delete, { path: { id } })),
    isBusy: async (error) => isRefusedAsBusy(error) && (ENDS.test(error.message) || (await all("now")).some(isRunning)),
    now: async () => (await client()).now,
    idOf: (row) => row.id,
    nameOf: (row) => row.name ?? undefined,
    stateOf,
    deletionFailed: (row) => (row.status.toUpperCase() === "DELETE_FAILED" ? LEFT : undefined),
    outputsOf: (row) => outputsOf(row, context.secrets),
    differences,
    beforeSending: async ({ parentId, instance }) => {
      if (parentId === undefined) return;
      const problem = unfitParent(await show(await client(), parentId), parentId, instance);
      if (problem) throw new BackupError(`parentId: ${problem}`);
    },
    // What cannot be read may be one of them.
    descendants: async (id) => {
      const rows = [...(await whole("now")), ...(await besidesTheList(id))];
      return descendantsOf([...new Map(rows.map((row) => [row.id, readable(row)])).values()], id);
    },
    expiring: (row) => (row.is_automated ? AUTOMATED : undefined),
    reason: async (row) => faultOf(await client(), row),
    unreadable: async (freshness) => (await whole(freshness)).flatMap((row) => (isReadable(row) ? [] : [row.id])),
  };
}

/** What an instance is busy with, and comes to an end by itself: OpenStack's and Rackspace's pages on an instance's status. */
const ENDS =
  /status was (NEW|BACKUP|BUILD|REBOOT|RESTART(?!_REQUIRED)|CONVERT_TO_HA|RESIZE|UPGRADE|PROMOTE|EJECT|DETACH)|running/;

function isRefusedAsBusy(error: unknown): error is ServiceError {
  return error instanceof ServiceError && error.status === 422;
}

/** The word, in whatever letters it is written. */
function stateOf({ status }: Row): State {
  return STATES[status.toUpperCase()] ?? "unknown";
}

function isRunning(row: Row): boolean {
  return stateOf(row) === "pending";
}

/** Rackspace's page "Backups", statuses: DELETE_FAILED. */
const LEFT = ": its files are left in the object storage, at Rackspace in the container z_CLOUDDB_BACKUPS";

function isOf(row: Row, instance: string): boolean {
  return isSameId(row.instance_id, instance);
}

async function show(client: Client, id: string): Promise<Row | undefined> {
  return unlessGone(async () => (await client.call(api.show, { path: { id } })).backup);
}

export function sourceOf(client: Client) {
  return {
    rows: rowsOf<Row>(client.context.run, `Trove ${client.address}`, (row) => row.id),
    pages: () => pages(client),
    one: (id: string) => show(client, id),
  };
}

/** Rackspace's page "Pagination": a page of backups has 20 at most, and backups are not among the calls that are paged. */
const RACKSPACE_PAGE = 20;

function tellCut({ settings, log }: Context): void {
  if (!isRackspace(settings)) return;
  log.warn(
    `Rackspace lists ${RACKSPACE_PAGE} backups and no next page, which is as many as a page has: the list may be cut, and a ` +
      "backup that it lacks may exist",
  );
}

function pages(client: Client): AsyncGenerator<(Row | Unreadable)[]> {
  return pagesOf({
    ...{ name: `${client.name}: the list of backups`, deadline: client.context.deadline, first: "" },
    at: async (marker) => {
      const page = await client.call(api.list, { path: {}, query: { limit: PAGE, ...(marker && { marker }) } });
      client.tellUnreadable(page.backups);
      const next = nextMarker(page);
      if (page.backups.length === RACKSPACE_PAGE && next === undefined) tellCut(client.context);
      return { rows: page.backups, next };
    },
    idOf: ({ id }) => id,
  });
}

/** Trove takes a parent that failed, and one of another instance, and makes a backup that cannot be restored. */
export function unfitParent(parent: Row | undefined, parentId: string, instance: string): string | undefined {
  if (!parent) return `Trove has no backup ${parentId}`;
  if (!isOf(parent, instance)) return `backup ${parentId} is of instance ${parent.instance_id}, not of ${instance}`;
  if (parent.is_automated) return `backup ${parentId} is ${AUTOMATED}, and what is built on it goes along`;
  return stateOf(parent) === "failed"
    ? `backup ${parentId} is ${parent.status}; what is built on it could not be restored`
    : undefined;
}

const AUTOMATED = "an automated one: Rackspace deletes it once its schedule has made enough newer ones";

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
    lastBackupAt: stateOf(row) === "ready" ? (finishedAt ?? utcTime(row.created)) : undefined,
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
    ["storageDriver", row.storage_driver ?? args.storageDriver],
  ];
  const different = shown.filter(([name, value]) => args[name] !== undefined && value !== args[name]);
  const isFull = args.parentId === undefined && !args.incremental;
  return isFull && row.parent_id ? [...different, ["parentId", row.parent_id]] : different;
}
