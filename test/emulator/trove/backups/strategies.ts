import type { FastifyInstance, FastifyRequest } from "fastify";
import { projectOf } from "../access";
import { refusals } from "../refusals";
import type { TroveWorld } from "../settings";
import type { Strategy } from "../store";
import { validBody } from "../words/body";
import { queryOf } from "../words/paging";
import { strategySchema } from "../words/schemas";

function find({ store }: TroveWorld, projectId: string, instanceId: string): Strategy | undefined {
  return store.strategies.find((one) => one.project_id === projectId && one.instance_id === instanceId);
}

/** The container for a backup that names none: the instance's, else the project's. */
export function containerOf(world: TroveWorld, projectId: string, instanceId: string): string | null {
  return (find(world, projectId, instanceId) ?? find(world, projectId, ""))?.swift_container ?? null;
}

function save(world: TroveWorld, request: FastifyRequest): Strategy {
  type Body = { backup_strategy: { instance_id?: string; swift_container: string } };
  const { instance_id = "", swift_container } = validBody<Body>(request, strategySchema).backup_strategy;
  const project_id = projectOf(request)!;
  const known = find(world, project_id, instance_id);
  if (known) return Object.assign(known, { swift_container });
  const strategy: Strategy = { project_id, instance_id, backend: "swift", swift_container };
  world.store.strategies.push(strategy);
  return strategy;
}

function ownProject(request: FastifyRequest): string {
  const own = projectOf(request)!;
  if ((queryOf(request, "project_id") ?? own) !== own) {
    throw refusals.forbidden(`Operation not allowed for tenant ${own}.`);
  }
  return own;
}

/** They say where later backups are stored; they are no schedule. */
export function addStrategyRoutes(app: FastifyInstance, world: TroveWorld): void {
  const path = "/v1.0/:project/backup_strategies";
  app.post(path, (request, reply) => reply.code(202).send({ backup_strategy: save(world, request) }));
  app.get(path, (request) => {
    const own = ownProject(request);
    const instanceId = queryOf(request, "instance_id");
    const isMeant = (one: Strategy) => one.project_id === own && (!instanceId || one.instance_id === instanceId);
    const byInstance = (a: Strategy, b: Strategy) => (a.instance_id < b.instance_id ? -1 : 1);
    return { backup_strategies: world.store.strategies.filter(isMeant).sort(byInstance) };
  });
  app.delete(path, (request, reply) => {
    const { strategies } = world.store;
    const strategy = find(world, ownProject(request), queryOf(request, "instance_id") ?? "");
    if (strategy) strategies.splice(strategies.indexOf(strategy), 1);
    return reply.code(202).type("application/json").send();
  });
}
