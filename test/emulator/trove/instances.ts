import type { FastifyInstance, FastifyRequest } from "fastify";
import { projectOf } from "./access";
import { instanceOf, isBackedUp } from "./instance-state";
import { refusals } from "./refusals";
import { datastore } from "./seed";
import type { TroveWorld } from "./settings";
import type { Instance } from "./store";
import { timestamp } from "./timestamp";
import { nextLinks, numberOf, queryOf } from "./words/paging";

function linksTo(request: FastifyRequest, resource: string, id: string) {
  const root = `https://${request.headers.host}`;
  return [
    { href: `${root}/v1.0/${projectOf(request)}/${resource}/${id}`, rel: "self" },
    { href: `${root}/${resource}/${id}`, rel: "bookmark" },
  ];
}

/** A server that is shut off has a status of nova's that Trove does not know. */
function statusOf(world: TroveWorld, instance: Instance): string {
  const own = world.settings.instanceStatus[instance.id];
  if (own !== undefined) return own;
  if (isBackedUp(world, instance)) return "BACKUP";
  return instance.serverStatus === "SHUTOFF" ? "UNKNOWN" : instance.serverStatus;
}

function instanceView(world: TroveWorld, request: FastifyRequest, instance: Instance) {
  return {
    id: instance.id,
    name: instance.name,
    status: statusOf(world, instance),
    operating_status: instance.serverStatus === "ACTIVE" ? "HEALTHY" : "",
    links: linksTo(request, "instances", instance.id),
    flavor: { id: "1", links: linksTo(request, "flavors", "1") },
    datastore: { type: datastore.type, version: datastore.version },
    region: null,
    access: {},
    volume: { size: 1 },
  };
}

function detailView(world: TroveWorld, request: FastifyRequest, instance: Instance) {
  const view = instanceView(world, request, instance);
  const created = timestamp(instance.createdAt);
  const fault = world.settings.flavour === "trove" && instance.fault;
  return {
    ...view,
    datastore: { ...view.datastore, version_number: datastore.version },
    created,
    updated: created,
    service_status_updated: created,
    ...(fault && { fault: { message: fault.message, created: timestamp(fault.createdAt), details: "" } }),
  };
}

/** Pages are cut in the order of ids, and each is shown newest first; the marker is an id here. */
function list(world: TroveWorld, request: FastifyRequest, view: typeof instanceView) {
  const { pageSize } = world.settings;
  const limit = Math.min(numberOf(request, "limit", pageSize), pageSize);
  if (limit < 1) throw refusals.internal();
  const marker = queryOf(request, "marker") ?? "";
  const projectId = projectOf(request)!;
  const left = [...world.store.instances.values()]
    .filter((instance) => instance.projectIds.includes(projectId) && instance.id > marker)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const page = left.slice(0, limit);
  const links = left.length > limit && { links: nextLinks(request, page.at(-1)!.id) };
  const newestFirst = page.toSorted((a, b) => b.createdAt - a.createdAt);
  return { instances: newestFirst.map((instance) => view(world, request, instance)), ...links };
}

export function addInstanceRoutes(app: FastifyInstance, world: TroveWorld): void {
  app.get("/v1.0/:project/instances", (request) => list(world, request, instanceView));
  app.get("/v1.0/:project/instances/detail", (request) => list(world, request, detailView));
  app.get("/v1.0/:project/instances/:id", (request) => {
    const { id } = request.params as Record<string, string>;
    return { instance: detailView(world, request, instanceOf(world, projectOf(request)!, id!)) };
  });
}
