import { BackupError, ServiceError } from "../../core/ground/errors";
import type { Client } from "../../core/http/client";
import type { Context } from "../../core/kind/context";
import type { Freshness } from "../../core/lists/shared-rows";
import { isReadable, readable } from "../../core/lists/unreadable";
import type { RecoveryPoints } from "../../core/recovery-points/recovery-points";
import { api, type Row } from "../databases/api";
import { backupsOf, backupsOfInstance, showBackup } from "../databases/backup-list";
import { isRunning, stateOf } from "../databases/backup-state";
import { isRackspace } from "../databases/configuration";
import { connect } from "./connection";
import { faultOf } from "./instance";
import { AUTOMATED, argumentsOf, descendantsOf, differences, isOf, LEFT, outputsOf, unfitParent } from "./rows";
import type { Backup } from "./schema";

export const BACKUP = "trove backup";

export function troveBackups(context: Context): RecoveryPoints<Backup, Row> {
  let connection: Promise<Client> | undefined;
  const client = () => (connection ??= connect(context));
  const all = async (freshness: Freshness) => backupsOf(await client()).all(freshness);
  const whole = async (freshness: Freshness) => backupsOf(await client()).whole(freshness);
  // Rackspace's list may be cut, and the list of one instance is another list.
  const besidesTheList = async (id: string) => {
    const instance = isRackspace(context.settings) ? (await showBackup(await client(), id))?.instance_id : undefined;
    return instance ? backupsOfInstance(await client(), instance) : [];
  };
  return {
    context,
    service: "Trove",
    noun: BACKUP,
    namesAreUnique: false,
    listShowsAll: true,
    queue: ({ instance }) => instance.toLowerCase(),
    list: async ({ instance }, freshness) => (await all(freshness)).filter((row) => isOf(row, instance)),
    find: async (id, _args, freshness) => backupsOf(await client()).one(id, freshness),
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
    argumentsOf,
    beforeSending: async ({ parentId, instance }) => {
      if (parentId === undefined) return;
      const problem = unfitParent(await showBackup(await client(), parentId), parentId, instance);
      if (problem) throw new BackupError(`parentId: ${problem}`);
    },
    // A row that cannot be read may be one of them.
    descendants: async (id) => {
      const rows = [...(await whole("now")), ...(await besidesTheList(id))];
      return descendantsOf([...new Map(rows.map((row) => [row.id, readable(row)])).values()], id);
    },
    unfit: (row) => (row.is_automated ? AUTOMATED : undefined),
    reason: async (row) => faultOf(await client(), row),
    unreadable: async (freshness) => (await whole(freshness)).flatMap((row) => (isReadable(row) ? [] : [row.id])),
  };
}

/** The statuses of an instance that end by themselves, by OpenStack's and Rackspace's pages on the status of an instance. */
const ENDS =
  /status was (NEW|BACKUP|BUILD|REBOOT|RESTART(?!_REQUIRED)|CONVERT_TO_HA|RESIZE|UPGRADE|PROMOTE|EJECT|DETACH)|running/;

function isRefusedAsBusy(error: unknown): error is ServiceError {
  return error instanceof ServiceError && error.status === 422;
}

/** Returns the body of a creation. An absent argument is left out: null and "" are refused. */
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
