import type { FastifyRequest } from "fastify";
import { statusOf } from "../otc/backups/backups";
import { refusal } from "../otc/errors";
import { pageOf, type Query, queryOf, requireOneOf, selectBackups } from "../otc/list-query";
import type { Backup } from "../otc/store";
import { backupRow } from "./rows";
import type { DdsWorld } from "./settings";

const modes = ["Sharding", "ReplicaSet", "Single"];

const sortKeys: Record<string, (world: DdsWorld, backup: Backup) => string | number> = {
  name: (_, backup) => backup.name,
  instanceName: (_, backup) => backup.instance.name,
  type: (_, backup) => backup.type,
  datastoreType: (world) => world.store.dialect.datastore,
  beginTime: (_, backup) => backup.beginTime,
  status: statusOf,
};

const contains = (text: string, part: string | undefined) => !part || text.includes(part);

function sorted(world: DdsWorld, backups: Backup[], { order_field, order_rule }: Query): Backup[] {
  if (!order_field && !order_rule) return backups;
  const keyOf = sortKeys[order_field ?? ""];
  if (!keyOf || (order_rule !== "asc" && order_rule !== "desc")) throw refusal("DBS.200001");
  const direction = order_rule === "asc" ? 1 : -1;
  return backups.sort((left, right) => {
    const [a, b] = [keyOf(world, left), keyOf(world, right)];
    return direction * (a < b ? -1 : Number(a > b));
  });
}

/** The parameters that only Huawei Cloud documents. */
function selectMore(world: DdsWorld, backups: Backup[], query: Query): Backup[] {
  const { backup_status, backup_name, backup_description, instance_name } = query;
  requireOneOf(backup_status, ["COMPLETED", "BUILDING", "FAILED"]);
  const selected = backups.filter(
    (backup) =>
      (!backup_status || statusOf(world, backup) === backup_status) &&
      contains(backup.name, backup_name) &&
      contains(backup.description, backup_description) &&
      contains(backup.instance.name, instance_name),
  );
  return sorted(world, selected, query);
}

/** "Querying the Backup List" */
export function listBackups(world: DdsWorld, request: FastifyRequest) {
  const query = queryOf(request);
  requireOneOf(query.mode, modes);
  const found = selectBackups(world, request, "yyyy-MM-dd HH:mm:ss").filter(
    ({ instance }) => !query.mode || instance.mode === query.mode,
  );
  const selected = world.settings.flavour === "huawei" ? selectMore(world, found, query) : found;
  return {
    backups: pageOf(selected, query).map((backup) => backupRow(world, backup)),
    total_count: selected.length,
  };
}
