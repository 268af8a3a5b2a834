import type { FastifyInstance, FastifyRequest } from "fastify";
import { Refusal } from "../../core/refusal";
import { serverOf } from "../access";
import { methodNotAllowed, routeNotFound } from "../laravel-routes";
import { refusals } from "../refusals";
import { startRun } from "../runs/run";
import type { SaWorld } from "../settings";
import type { Plan, PlanFields, Server } from "../store";
import { timestamp } from "../timestamp";
import { readPlanBody } from "./plan-body";
import { schedule, unschedule } from "./plan-schedule";
import { requireTargets, requireValues } from "./plan-target";
import { retentions, schedules } from "./presets";

const collection = "/organizations/:organization/servers/:server/backups";

function addPlan(world: SaWorld, server: Server, fields: PlanFields, name: string | null): Plan {
  const { store, clock } = world;
  const now = timestamp(clock.now());
  const plan: Plan = {
    id: store.nextPlanId++,
    organization_id: server.organization_id,
    server_id: server.id,
    name,
    instant: !fields.automatic_backup,
    ...fields,
    next_backup_at: null,
    created_at: now,
    updated_at: now,
  };
  store.plans.set(plan.id, plan);
  return plan;
}

/** https://serveravatar.com/api-docs/endpoint/backup/create.html */
function create(world: SaWorld, request: FastifyRequest) {
  const { name, ...fields } = readPlanBody(request.body);
  const server = serverOf(world, request);
  requireTargets(world, server, fields, "Cloud storage Provider not found!");
  requireValues(world, fields);
  if (world.fails("create")) throw refusals.failed("Something went really wrong!");
  if (fields.automatic_backup) {
    const plan = addPlan(world, server, fields, world.settings.keepPlanName ? name : null);
    schedule(world, plan, { runsNow: true });
    return { message: "Backup plan created successfully." };
  }
  if (world.settings.diskFull) {
    throw refusals.failed(
      "Instant Backup is failed because you do not have enough disk space available on your server.",
    );
  }
  startRun(world, addPlan(world, server, fields, name));
  return { message: "Backup Process has been started successfully!" };
}

function planOf(world: SaWorld, server: Server, request: FastifyRequest): Plan {
  const plan = world.store.plans.get(Number((request.params as { id: string }).id));
  if (!plan || plan.instant || plan.server_id !== server.id) throw refusals.notFound("Backup schedule not found.");
  return plan;
}

function stopAutomatic(world: SaWorld, plan: Plan): void {
  const { updateWithoutAutomatic } = world.settings;
  if (updateWithoutAutomatic === "disable") unschedule(world, plan);
  else if (updateWithoutAutomatic === "instant-backup") startRun(world, plan);
}

/** https://serveravatar.com/api-docs/endpoint/backup/update.html */
function update(world: SaWorld, request: FastifyRequest) {
  const { name: _, ...fields } = readPlanBody(request.body);
  const server = serverOf(world, request);
  const plan = planOf(world, server, request);
  fields.database_id ??= plan.database_id;
  requireTargets(world, server, fields, "Cloud storage provider not found.");
  // not on the vendor's page: another type, application or database than the existing one; refused here.
  const isSameTarget = (["type", "application_id", "database_id"] as const).every((key) => fields[key] === plan[key]);
  if (!isSameTarget || world.fails("update")) throw refusals.failed("Something went wrong.");
  // not on the vendor's page: the words for these; those of the create page are taken.
  requireValues(world, fields);
  const ignored = !fields.automatic_backup && world.settings.updateWithoutAutomatic === "ignore";
  if (!ignored) Object.assign(plan, fields);
  plan.updated_at = timestamp(world.clock.now());
  if (fields.automatic_backup) schedule(world, plan, { runsNow: world.settings.updateRunsNow });
  else stopAutomatic(world, plan);
  return { message: "Backup plan updated successfully." };
}

/** Not on the vendor's page: whether this call is there at all, and its words. */
function remove(world: SaWorld, request: FastifyRequest) {
  const { undocumentedDelete } = world.settings;
  if (undocumentedDelete === "not-found") throw new Refusal(404, routeNotFound(request));
  if (undocumentedDelete === "method-not-allowed") throw methodNotAllowed(request, ["PATCH"]);
  const plan = planOf(world, serverOf(world, request), request);
  unschedule(world, plan);
  world.store.plans.delete(plan.id);
  return { message: "Backup plan deleted successfully." };
}

export function addPlanRoutes(app: FastifyInstance, world: SaWorld): void {
  app.post(collection, (request) => create(world, request));
  app.patch(`${collection}/:id`, (request) => update(world, request));
  app.delete(`${collection}/:id`, { config: { undocumented: true } }, (request) => remove(world, request));
  app.get(`${collection}/presets`, (request) => {
    serverOf(world, request);
    return {
      databases: null,
      schedules: Object.keys(schedules),
      retentionPeriod: Object.keys(retentions),
      selectedDatabase: null,
    };
  });
}
