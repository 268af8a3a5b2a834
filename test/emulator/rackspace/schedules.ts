import { randomUUID } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { projectOf } from "../trove/access";
import { instanceOf } from "../trove/instance-state";
import { refusals } from "../trove/refusals";
import { type Wish, wishOf } from "./schedule-body";
import { createdView, scheduleView } from "./schedule-view";
import { keepRunning, nextStart, run } from "./scheduled-runs";
import type { RackspaceWorld } from "./settings";
import type { Schedule } from "./store";

/** `instance_id` is of a single instance; a group is named by `source_id`, with its type. */
function sourceIn(world: RackspaceWorld, projectId: string, wish: Wish): Schedule["source"] {
  const { source_type: type = "instance", source_id, instance_id } = wish;
  const id = source_id ?? (type === "instance" ? instance_id : undefined);
  if (id === undefined) throw refusals.badRequest("Validation error: schedule 'instance_id' is a required property");
  if (type === "instance") return { id: instanceOf(world, projectId, id).id, type };
  if (!world.store.haGroups.get(projectId)?.includes(id)) throw refusals.noResource(id);
  return { id, type };
}

function create(world: RackspaceWorld, projectId: string, wish: Wish): Schedule {
  const { store, clock } = world;
  const source = sourceIn(world, projectId, wish);
  // v2.23.0: one schedule for each. Not on the vendor's page: with which status a second one is refused.
  if ([...store.schedules.values()].some((each) => each.source.id === source.id)) {
    throw refusals.unprocessable(`A schedule already exists for ${source.type} ${source.id}.`);
  }
  const times = { day_of_week: wish.day_of_week!, hour: wish.hour!, minute: wish.minute! };
  const now = clock.now();
  const schedule: Schedule = {
    ...{ id: randomUUID(), projectId, source, ...times },
    full_backup_retention: wish.full_backup_retention ?? null,
    copy_to: wish.copy_to,
    ...{ createdAt: now, updatedAt: now, lastRunAt: undefined },
    nextRunAt: nextStart(times, now, true),
  };
  store.schedules.set(schedule.id, schedule);
  keepRunning(world, schedule);
  return schedule;
}

function update(world: RackspaceWorld, schedule: Schedule, { run_now, ...times }: Wish): void {
  const now = world.clock.now();
  Object.assign(schedule, times, { updatedAt: now });
  schedule.nextRunAt = nextStart(schedule, now, schedule.lastRunAt === undefined);
  keepRunning(world, schedule);
  if (run_now === "true") run(world, schedule);
}

function scheduleOf({ store }: RackspaceWorld, request: FastifyRequest): Schedule {
  const { id = "" } = request.params as Record<string, string>;
  const schedule = store.schedules.get(id);
  if (schedule?.projectId !== projectOf(request)) throw refusals.noResource(id);
  return schedule!;
}

export function addScheduleRoutes(app: FastifyInstance, world: RackspaceWorld): void {
  const accepted = (status: number, reply: { code(status: number): { type(type: string): { send(): unknown } } }) =>
    reply.code(status).type("application/json").send();
  app.post("/v1.0/:project/schedules", (request, reply) => {
    const schedule = create(world, projectOf(request)!, wishOf(request, "create"));
    return reply.code(202).send({ schedule: createdView(schedule) });
  });
  app.get("/v1.0/:project/schedules", (request) => {
    const own = [...world.store.schedules.values()].filter(({ projectId }) => projectId === projectOf(request));
    return { schedules: own.map((each) => scheduleView(world, each)) };
  });
  app.get("/v1.0/:project/schedules/:id", (request) => ({ schedule: scheduleView(world, scheduleOf(world, request)) }));
  app.put("/v1.0/:project/schedules/:id", (request, reply) => {
    update(world, scheduleOf(world, request), wishOf(request, "update"));
    return accepted(world.settings.updateStatus, reply);
  });
  app.delete("/v1.0/:project/schedules/:id", (request, reply) => {
    const { id } = scheduleOf(world, request);
    world.clock.after(world.settings.deleteSeconds, () => world.store.schedules.delete(id));
    return accepted(202, reply);
  });
}
