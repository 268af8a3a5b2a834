import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { instanceOf } from "../otc/access";
import { requireDescription, requireName } from "../otc/backups/backup-rules";
import { createManualBackup, deleteManualBackup } from "../otc/backups/backups";
import { refusal } from "../otc/errors";
import { listInstances } from "../otc/instances";
import { queryOf, requireOneOf } from "../otc/list-query";
import { policyRow, setPolicy } from "../otc/policies/policy";
import { listBackups, listJobs } from "./list";
import type { GeminiWorld } from "./settings";

const bodySchema = z.object({
  name: z.unknown().optional(),
  description: z.unknown().optional(),
  database_tables: z
    .array(z.object({ database_name: z.string(), table_names: z.array(z.string()).nullish() }))
    .nullish(),
});

/** "Creating a Manual Backup": https://docs.otc.t-systems.com/geminidb/api-ref/ */
function create(world: GeminiWorld, request: FastifyRequest) {
  const parsed = bodySchema.safeParse(request.body);
  if (!parsed.success) throw refusal("DBS.200001");
  const { name, description, database_tables } = parsed.data;
  const instance = instanceOf(world, request);
  // Huawei Cloud's page has both as optional; Open Telekom Cloud knows no single tables and wants a description.
  const isOtc = world.settings.flavour === "otc";
  if (isOtc && (name === undefined || description === undefined)) throw refusal("DBS.280040");
  return createManualBackup(world, instance, {
    name: requireName(name),
    description: requireDescription(description ?? ""),
    databaseTables: isOtc ? [] : (database_tables ?? []),
  });
}

function showPolicy(world: GeminiWorld, request: FastifyRequest, periods: string | null) {
  requireOneOf(queryOf(request).type, ["Instance", "DatabaseTable"]);
  const { policy } = instanceOf(world, request);
  const isOn = policy.keepDays > 0;
  if (!isOn && world.settings.emptyPolicyWhenOff) return {};
  const more = { incremental_period: periods, differential_period: periods };
  return { backup_policy: { ...policyRow(policy), ...(isOn && more) } };
}

export function addRoutes(app: FastifyInstance, world: GeminiWorld): void {
  const policyPath = ":project/instances/:instance/backups/policy";
  app.post("/v3/:project/instances/:instance/backups", (request, reply) =>
    reply.code(202).send(create(world, request)),
  );
  app.get("/v4/:project/backups", (request) => listBackups(world, request, {}));
  app.get("/v3.1/:project/backups", (request) => listBackups(world, request, { deletable: null }));
  app.delete("/v3/:project/backups/:backup", (request, reply) =>
    reply.code(202).send(deleteManualBackup(world, request)),
  );
  app.get("/v3/:project/jobs", (request) => listJobs(world, request));
  app.get("/v3/:project/instances", (request) => listInstances(world, request));
  app.get(`/v3.1/${policyPath}`, (request) => showPolicy(world, request, null));
  // The page of the old version documents 202.
  app.get(`/v3/${policyPath}`, (request, reply) => reply.code(202).send(showPolicy(world, request, "0")));
  app.put(`/v3/${policyPath}`, (request, reply) => {
    setPolicy(world, request);
    return reply.code(204).send();
  });
}
