import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { requireDescription, requireName } from "../otc/backups/backup-rules";
import { createManualBackup, deleteManualBackup } from "../otc/backups/backups";
import { refusal } from "../otc/errors";
import { policyRow, setPolicy } from "../otc/policies/policy";
import { instanceInPath, instanceNamed, listThere } from "./instances";
import { listBackups } from "./list";
import { createdRow } from "./rows";
import type { RdsWorld } from "./settings";

const bodySchema = z.object({
  instance_id: z.unknown().optional(),
  name: z.unknown().optional(),
  description: z.unknown().optional(),
  databases: z.array(z.object({ name: z.string().min(1) })).nullish(),
});

/** "Creating a Manual Backup" */
function create(world: RdsWorld, request: FastifyRequest) {
  const parsed = bodySchema.safeParse(request.body);
  if (!parsed.success) throw refusal("DBS.200001");
  const { instance_id, name, description, databases } = parsed.data;
  if (typeof instance_id !== "string" || instance_id === "") throw refusal("DBS.280404");
  const fields = {
    name: requireName(name),
    description: requireDescription(description ?? ""),
    databaseTables: (databases ?? []).map(({ name: database_name }) => ({ database_name })),
  };
  const instance = instanceNamed(world, request, instance_id);
  // not on the vendor's page: the codes for a read replica, and for databases of another engine than SQL Server.
  if (instance.mode === "Replica") throw refusal("DBS.200004");
  if (databases && instance.datastore !== "SQLServer") throw refusal("DBS.280128");
  const { backup_id } = createManualBackup(world, instance, fields);
  return { backup: createdRow(world, world.store.backups.get(backup_id)!) };
}

export function addRoutes(app: FastifyInstance, world: RdsWorld): void {
  const policyPath = "/v3/:project/instances/:instance/backups/policy";
  app.post("/v3/:project/backups", (request) => create(world, request));
  app.get("/v3/:project/backups", (request) => listBackups(world, request));
  app.delete("/v3/:project/backups/:backup", (request, reply) => {
    deleteManualBackup(world, request);
    return reply.code(200).send();
  });
  app.get("/v3/:project/instances", (request) => listThere(world, request));
  app.get(policyPath, (request) => ({ backup_policy: policyRow(instanceInPath(world, request).policy) }));
  app.put(policyPath, (request, reply) => {
    instanceInPath(world, request);
    setPolicy(world, request);
    return reply.code(200).send();
  });
}
