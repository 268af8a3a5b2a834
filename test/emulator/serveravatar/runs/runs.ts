import type { FastifyInstance, FastifyRequest } from "fastify";
import { Refusal } from "../../core/refusal";
import { organizationOf } from "../access";
import { cleaned, rules, validate } from "../body-rules";
import { laravelPage } from "../laravel-page";
import { routeNotFound } from "../laravel-routes";
import { refusals } from "../refusals";
import type { SaWorld } from "../settings";
import type { Run } from "../store";
import { runRow } from "./run-row";

const collection = "/organizations/:organization/backups";

function isListed({ settings }: SaWorld, { plan, state }: Run): boolean {
  if (plan.instant) return state !== "running" || settings.showUnfinishedInstant;
  return settings.showScheduledRuns && (state !== "running" || settings.showUnfinishedScheduled);
}

/** https://serveravatar.com/api-docs/endpoint/backup/ */
function list(world: SaWorld, request: FastifyRequest) {
  const { id } = organizationOf(world, request);
  const runs = [...world.store.runs.values()].filter((run) => run.plan.organization_id === id && isListed(world, run));
  // not on the vendor's page: the order; newest first is taken, unless a test says otherwise.
  const inOrder = world.settings.runOrder === "newest" ? runs.reverse() : runs;
  return laravelPage(inOrder, 10, request, (run) => runRow(run, world));
}

export function runOf(world: SaWorld, organization: number, id: unknown): Run | undefined {
  const run = world.store.runs.get(Number(id));
  return run?.plan.organization_id === organization ? run : undefined;
}

/** https://serveravatar.com/api-docs/endpoint/backup/destroy.html */
function destroy(world: SaWorld, request: FastifyRequest) {
  const values = cleaned(request.body);
  validate(values, { ids: { rule: rules.array, required: true } });
  const organization = organizationOf(world, request);
  const runs = (values.ids as unknown[]).map((id) => runOf(world, organization.id, id));
  // not on the vendor's page: an id that is no backup; nothing is deleted then.
  if (runs.includes(undefined) || world.fails("destroy")) throw refusals.failed("Backup deletion process is failed!");
  // not on the vendor's page: a backup that failed; it can be deleted here.
  if (runs.some((run) => run!.state === "running")) throw refusals.failed("Backup not completed.");
  for (const run of runs) world.store.runs.delete(run!.id);
  return { message: "Backup files successfully deleted from your cloud storage provider." };
}

/** https://serveravatar.com/api-docs/endpoint/backup/download.html */
function download(world: SaWorld, request: FastifyRequest) {
  const { id, type } = request.params as { id: string; type: string };
  if (type !== "filesystem" && type !== "database") throw new Refusal(404, routeNotFound(request));
  const run = runOf(world, organizationOf(world, request).id, id);
  if (!run) throw refusals.notFound("Backup not found!");
  const part = type === "filesystem" ? run.application_id : run.database_id;
  if (run.state !== "completed" || part === null) {
    throw refusals.failed("Wasabi not generated url for download file!");
  }
  const extension = type === "filesystem" ? run.application_extension : run.database_extension;
  return {
    temporaryUrl: `https://storage.example.com/${run.backup_hash}${extension}?X-Amz-Expires=60`,
  };
}

/** https://serveravatar.com/api-docs/endpoint/backup/archive-backup.html */
function addArchiveRoutes(app: FastifyInstance, world: SaWorld): void {
  app.get(`${collection}/deleted-server`, (request) => {
    const organization = organizationOf(world, request);
    const servers = [...world.store.servers.values()]
      .filter((server) => server.organization_id === organization.id && server.deleted_at !== null)
      .map(({ id, name, ip, deleted_at }) => ({ id, name, ip, deleted_at }));
    return { servers };
  });
  app.get(`${collection}/archive/:type`, (request) => {
    const { type } = request.params as { type: string };
    if (!["filesystem", "database", "application"].includes(type)) throw new Refusal(404, routeNotFound(request));
    const { id } = organizationOf(world, request);
    // not on the vendor's page: which backups are in the archive; one example of type application is.
    return laravelPage(type === "application" ? (world.store.archive.get(id) ?? []) : [], 9, request);
  });
}

export function addRunRoutes(app: FastifyInstance, world: SaWorld): void {
  app.get(collection, (request) => list(world, request));
  app.post(`${collection}/destroy`, (request) => destroy(world, request));
  app.get(`${collection}/:id/:type/download`, (request) => download(world, request));
  addArchiveRoutes(app, world);
}
