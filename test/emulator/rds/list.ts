import type { FastifyRequest } from "fastify";
import { refusal } from "../otc/errors";
import { pageOf, queryOf, selectBackups } from "../otc/list-query";
import { existing } from "./instances";
import { backupRow } from "./rows";
import type { RdsWorld } from "./settings";

/** "Obtaining Details About Backups": of one instance, which has to be named. */
export function listBackups(world: RdsWorld, request: FastifyRequest) {
  const query = queryOf(request);
  if (!query.instance_id) throw refusal("DBS.200001");
  if (world.settings.deletedInstanceInList === "refused") existing(world, query.instance_id);
  const found = selectBackups(world, request, "yyyy-MM-dd'T'HH:mm:ssZZZ");
  if (world.settings.listOrder === "oldest first") found.reverse();
  return {
    backups: pageOf(found, query).map((backup) => backupRow(world, backup)),
    total_count: found.length,
  };
}
