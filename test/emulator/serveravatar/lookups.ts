import type { FastifyInstance, FastifyRequest } from "fastify";
import { organizationOf, organizationOfToken, serverOf } from "./access";
import { laravelPage } from "./laravel-page";
import { applicationItem, databaseItem, organizationDetail, organizationItem, serverItem } from "./lookup-rows";
import { refusals } from "./refusals";
import type { SaWorld } from "./settings";
import type { Server } from "./store";

const organization = "/organizations/:organization";
const server = `${organization}/servers/:server`;

type Query = Record<string, string | undefined>;

/** Some pages of the vendor end this sentence with a full stop, others with an exclamation mark. */
const withFullStop = "Organization not found.";

function liveServers({ store }: SaWorld, organizationId: number): Server[] {
  return [...store.servers.values()].filter((row) => row.organization_id === organizationId && row.deleted_at === null);
}

function rowsOf<Row extends { server_id: number }>(rows: Map<number, Row>, servers: readonly Server[]): Row[] {
  const ids = new Set(servers.map(({ id }) => id));
  return [...rows.values()].filter((row) => ids.has(row.server_id));
}

/** https://serveravatar.com/api-docs/endpoint/database/ */
function databasesOf(world: SaWorld, servers: readonly Server[], request: FastifyRequest) {
  const { search, pagination } = request.query as Query;
  const wanted = search?.toLowerCase() ?? "";
  const rows = rowsOf(world.store.databases, servers).filter(({ name }) => name.toLowerCase().includes(wanted));
  const plans = [...world.store.plans.values()].filter((plan) => plan.next_backup_at !== null);
  const planned = new Set(plans.map((plan) => plan.database_id));
  const format = (row: (typeof rows)[number]) =>
    databaseItem(row, world.store.servers.get(row.server_id)!, planned.has(row.id));
  // not on the vendor's page: the answer without `pagination`; a plain array, as with servers, is taken.
  return { databases: pagination === "1" ? laravelPage(rows, 10, request, format) : rows.map(format) };
}

function addOrganizationRoutes(app: FastifyInstance, world: SaWorld): void {
  app.get("/organizations", (request) => {
    const own = world.store.organizations.get(organizationOfToken(world, request))!;
    return { organizations: [organizationItem(own)] };
  });
  app.get(organization, (request) => ({ organization: organizationDetail(organizationOf(world, request)) }));
  app.get(`${organization}/cloud-storage-providers`, (request) => {
    const { id } = organizationOf(world, request);
    const rows = [...world.store.storageProviders.values()].filter((row) => row.organization_id === id);
    return laravelPage(rows, 8, request, ({ organization_id: _, ...row }) => row);
  });
  app.get(`${organization}/databases`, (request) =>
    databasesOf(world, liveServers(world, organizationOf(world, request).id), request),
  );
  app.get(`${organization}/applications`, (request) => {
    const servers = liveServers(world, organizationOf(world, request, withFullStop).id);
    const rows = rowsOf(world.store.applications, servers);
    return { applications: laravelPage(rows, 10, request, applicationItem) };
  });
}

function itemOf({ settings }: SaWorld, row: Server) {
  return serverItem(row, !settings.disconnectedServers.includes(row.id));
}

/** https://serveravatar.com/api-docs/endpoint/server/ and …/endpoint/application/ */
function addServerRoutes(app: FastifyInstance, world: SaWorld): void {
  app.get(`${organization}/servers`, (request) => {
    const rows = liveServers(world, organizationOf(world, request, withFullStop).id);
    const isPaged = (request.query as Query).pagination === "1";
    const item = (row: Server) => itemOf(world, row);
    return { servers: isPaged ? laravelPage(rows, 12, request, item) : rows.map(item) };
  });
  app.get(server, (request) => ({ server: itemOf(world, serverOf(world, request)) }));
  app.get(`${server}/databases`, (request) => databasesOf(world, [serverOf(world, request)], request));
  app.get(`${server}/applications`, (request) => {
    const rows = rowsOf(world.store.applications, [serverOf(world, request, withFullStop)]);
    return { applications: laravelPage(rows, 10, request, applicationItem) };
  });
  app.get(`${server}/applications/:application`, (request) => {
    const found = serverOf(world, request);
    const row = world.store.applications.get(Number((request.params as { application: string }).application));
    if (row?.server_id !== found.id) throw refusals.notFound("Application not found!");
    return { application: applicationItem(row), gitDeployment: null, server: itemOf(world, found) };
  });
}

export function addLookupRoutes(app: FastifyInstance, world: SaWorld): void {
  addOrganizationRoutes(app, world);
  addServerRoutes(app, world);
}
