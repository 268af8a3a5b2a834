import { isSameId } from "../../core/ground/same-id";
import { utcTime } from "../../core/ground/utc-time";
import type { Row } from "../databases/api";
import { isRunning, stateOf } from "../databases/backup-state";
import type { Backup } from "./schema";

const BYTES_PER_GB = 1024 ** 3;

/** Rackspace's page "Backups", statuses: DELETE_FAILED. */
export const LEFT = ": its files are left in the object storage, at Rackspace in the container z_CLOUDDB_BACKUPS";

export function isOf(row: Row, instance: string): boolean {
  return isSameId(row.instance_id, instance);
}

/** Refuses a bad parent. Trove accepts one that failed or is of another instance, and makes a backup that cannot be restored. */
export function unfitParent(parent: Row | undefined, parentId: string, instance: string): string | undefined {
  if (!parent) return `Trove has no backup ${parentId}`;
  if (!isOf(parent, instance)) return `backup ${parentId} is of instance ${parent.instance_id}, not of ${instance}`;
  if (parent.is_automated) return `backup ${parentId} is ${AUTOMATED}, and what is built on it then goes, too`;
  return stateOf(parent) === "failed"
    ? `backup ${parentId} is ${parent.status}; what is built on it could not be restored`
    : undefined;
}

export function argumentsOf({ instance_id: instance, name, description, parent_id: parentId }: Row): Partial<Backup> {
  return {
    ...(instance && { instance }),
    ...(name && { name }),
    ...(description && { description }),
    ...(parentId && { parentId }),
  };
}

export const AUTOMATED = "an automated one: Rackspace deletes it once its schedule has made enough newer ones";

export function descendantsOf(rows: readonly Row[], id: string): Row[] {
  const children = rows.filter((row) => isSameId(row.parent_id, id));
  return children.flatMap((child) => [child, ...descendantsOf(rows, child.id)]);
}

/**
 * Returns the outputs without those that would show a secret argument: the state marks only the argument itself as secret.
 */
export function outputsOf(row: Row, secrets: ReadonlySet<string>) {
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
    // parentId is left out: with incremental, Trove chooses a parent that the program does not name.
    resolvedParentId: secrets.has("parentId") ? undefined : (row.parent_id ?? undefined),
  };
}

export function differences(row: Row, args: Backup): [string, unknown][] {
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
