import { isSameId } from "../../core/ground/same-id";
import type { Client } from "../../core/http/client";
import type { Context } from "../../core/kind/context";
import { doubtful, type Finding, type Online, wrong } from "../../core/kind/online";
import { ledgerOf } from "../../core/ledger/ledger";
import { sharedLook } from "../../core/lists/shared-look";
import type { Freshness } from "../../core/lists/shared-rows";
import { noRoomToRotate } from "../../core/online/rotation-room";
import { rulesOfPoint } from "../../core/recovery-points/adopt";
import { api, type Strategy } from "../databases/api";
import { backupsOf } from "../databases/backup-list";
import { isRackspace } from "../databases/configuration";
import { findInstance } from "../databases/instances";
import { troveBackups } from "./backups";
import { connect } from "./connection";
import { unfitParent } from "./rows";
import type { Backup } from "./schema";

/** The online rules of a new backup. */
export const online: Online<Backup> = {
  service: "Trove",
  concerns: (_args, stored) => stored === undefined,
  rules: rulesOfPoint(troveBackups, [
    ["instance", instanceRule],
    ["parentId", parentRule],
    ["swiftContainer", containerRule],
    ["quota", quotaRule],
  ]),
};

/** Looks for the instance and its status. `up` waits for a running backup, for which Trove says BACKUP. */
const FIT = new Set(["ACTIVE", "HEALTHY", "BACKUP"]);

async function instanceRule(context: Context, { instance }: Backup): Promise<Finding | undefined> {
  const client = await connect(context);
  const found = await findInstance(client, instance);
  if (!found) return wrong("Trove has no such instance in this project", "correct the id, or the project");
  if (FIT.has(found.status)) return undefined;
  return doubtful(
    `is an instance whose status is ${found.status}, and Trove backs up only one that is ACTIVE or HEALTHY`,
    "repair the instance before pulumi up, which waits only for what ends by itself, such as BUILD and BACKUP",
  );
}

async function parentRule(context: Context, { parentId, instance }: Backup): Promise<Finding | undefined> {
  if (parentId === undefined) return undefined;
  const parent = await backupsOf(await connect(context)).one(parentId, "lately");
  const problem = unfitParent(parent, parentId, instance);
  return problem === undefined
    ? undefined
    : wrong(problem, "name a complete backup of the same instance, or leave parentId out");
}

/**
 * Looks for the container. By Trove's guide on backups a backup without a container goes to that of the instance's backup
 * strategy, then of the project's, then of Trove's configuration. Rackspace has no such call.
 */
async function containerRule(context: Context, args: Backup): Promise<Finding | undefined> {
  const { instance, swiftContainer, storageDriver = "swift" } = args;
  if (swiftContainer !== undefined || storageDriver !== "swift" || isRackspace(context.settings)) return undefined;
  const all = await strategiesOf(await connect(context));
  const own = all.find(({ instance_id }) => isSameId(instance_id, instance));
  const found = own ?? all.find(({ instance_id }) => !instance_id);
  if (!found) return undefined;
  const whose = own ? "instance" : "project";
  return doubtful(
    `is left out, and the backup strategy of the ${whose} has the container "${found.swift_container}", where the backup goes`,
    `write swiftContainer: "${found.swift_container}" to say so in the program`,
  );
}

/**
 * Looks at the quota. Failed backups count, too. A rotation deletes the oldest only after the new one is complete, so it needs
 * room for one more. Rackspace's pages state no limit of backups.
 */
async function quotaRule(context: Context, { keepLast }: Backup): Promise<Finding | undefined> {
  const isReplacement = context.page.before?.id !== undefined;
  if ((isReplacement && keepLast === undefined) || isRackspace(context.settings)) return undefined;
  const client = await connect(context);
  const most = await mostBackups(client);
  if (most === undefined) return undefined;
  const counted = async (freshness: Freshness) => {
    const rows = await backupsOf(client).all(freshness);
    const names = new Set(rows.map((row) => row.name));
    return { there: rows.length, coming: ledgerOf(context).coming("trove:Backup", names) };
  };
  let { there, coming } = await counted("lately");
  // The list may be a minute old.
  if (there + coming > most && coming <= most) ({ there, coming } = await counted("now"));
  if (there + coming <= most) return noRoomToRotate(ledgerOf(context).listed("trove:Backup"), most);
  return wrong(
    `the project may have ${most} backups, ${there} are there, and this program makes ${coming} more so far`,
    "delete old ones, or have the quota raised",
  );
}

function strategiesOf(client: Client): Promise<Strategy[]> {
  return sharedLook(client.context.run, `Trove backup strategies ${client.address}`, "lately", async () => {
    return (await client.call(api.strategies, { path: {} })).backup_strategies;
  });
}

/** Returns the limit; nothing where there is none or Trove does not tell it. */
function mostBackups(client: Client): Promise<number | undefined> {
  return sharedLook(client.context.run, `Trove limits ${client.address}`, "lately", async () => {
    const reply = await client.call(api.limits, { path: {} });
    const most = reply.limits.find(({ verb }) => verb === "ABSOLUTE")?.max_backups ?? -1;
    return most < 0 ? undefined : most;
  });
}
