import type { FastifyRequest } from "fastify";
import { findJob, visibleJobs } from "../otc/backups/jobs";
import { refusal } from "../otc/errors";
import { pageOf, queryOf, requireOneOf, selectBackups } from "../otc/list-query";
import type { Backup } from "../otc/store";
import { backupRow, jobRow } from "./rows";
import type { GeminiWorld } from "./settings";

/** Whole instances, unless tables are asked for: also where only `backup_id` is given. */
function isOfType({ databaseTables }: Backup, type: string | undefined): boolean {
  return databaseTables.length > 0 === (type === "DatabaseTable");
}

/** "Querying Backups": v4, and v3.1 which has a field more. */
export function listBackups(world: GeminiWorld, request: FastifyRequest, more: object) {
  const query = queryOf(request);
  requireOneOf(query.type, ["Instance", "DatabaseTable"]);
  // Huawei Cloud knows other engines, too; none of them has instances here.
  const isEngine = !query.datastore_type || query.datastore_type === world.store.dialect.datastore;
  if (!isEngine && world.settings.flavour === "otc") throw refusal("DBS.280347");
  const found = selectBackups(world, request, "yyyy-MM-dd'T'HH:mm:ssZZZ").filter(
    (backup) => isEngine && isOfType(backup, query.type),
  );
  return {
    total_count: found.length,
    backups: pageOf(found, query).map((backup) => ({ ...backupRow(world, backup), ...more })),
  };
}

/** "Querying Tasks and Details" */
export function listJobs(world: GeminiWorld, request: FastifyRequest) {
  const { id, status, name, limit = "50", offset } = queryOf(request);
  requireOneOf(status, ["Running", "Completed", "Failed"]);
  if (!["10", "20", "50"].includes(limit)) throw refusal("DBS.280439");
  const jobs = id ? [findJob(world, request, id)] : visibleJobs(world, request);
  const found = jobs.filter((job) => (!status || job.status === status) && (!name || job.name === name));
  const page = pageOf(found, { limit, ...(offset !== undefined && { offset }) });
  return { total_count: found.length, jobs: page.map((job) => jobRow(world, job)) };
}
