import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { findInstance, instanceOf } from "../otc/access";
import { requireDescription, requireName } from "../otc/backups/backup-rules";
import { createManualBackup, deleteManualBackup } from "../otc/backups/backups";
import { findJob } from "../otc/backups/jobs";
import { refusal } from "../otc/errors";
import { listInstances } from "../otc/instances";
import { queryOf } from "../otc/list-query";
import { policyRow, setPolicy } from "../otc/policies/policy";
import { listBackups } from "./list";
import { jobRow } from "./rows";
import type { DdsWorld } from "./settings";

const bodySchema = z.object({
  backup: z.object({
    instance_id: z.unknown().optional(),
    name: z.unknown().optional(),
    description: z.unknown().optional(),
  }),
});

/** "Creating a Manual Backup": https://docs.otc.t-systems.com/document-database-service/api-ref/ */
function create(world: DdsWorld, request: FastifyRequest) {
  const parsed = bodySchema.safeParse(request.body);
  if (!parsed.success) throw refusal("DBS.200001");
  const { instance_id, name, description } = parsed.data.backup;
  if (typeof instance_id !== "string" || instance_id === "") throw refusal("DBS.280404");
  const fields = {
    name: requireName(name),
    description: requireDescription(description ?? ""),
    databaseTables: [],
  };
  return createManualBackup(world, findInstance(world, request, instance_id), fields);
}

function showJob(world: DdsWorld, request: FastifyRequest) {
  const { id } = queryOf(request);
  if (!id) throw refusal("DBS.200001");
  return { job: jobRow(world, findJob(world, request, id)) };
}

export function addRoutes(app: FastifyInstance, world: DdsWorld): void {
  app.post("/v3/:project/backups", (request) => create(world, request));
  app.get("/v3/:project/backups", (request) => listBackups(world, request));
  app.delete("/v3/:project/backups/:backup", (request) => deleteManualBackup(world, request));
  app.get("/v3/:project/jobs", (request) => showJob(world, request));
  app.get("/v3/:project/instances", (request) => listInstances(world, request));
  app.get("/v3/:project/instances/:instance/backups/policy", (request) => ({
    backup_policy: policyRow(instanceOf(world, request).policy),
  }));
  app.put("/v3/:project/instances/:instance/backups/policy", (request) => {
    setPolicy(world, request);
    return {};
  });
}
