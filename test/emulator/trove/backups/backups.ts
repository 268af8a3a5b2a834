import type { FastifyInstance, FastifyRequest } from "fastify";
import { projectOf } from "../access";
import { instanceOf } from "../instance-state";
import { refusals } from "../refusals";
import { datastore } from "../seed";
import type { TroveWorld } from "../settings";
import { type Backup, backupsOf } from "../store";
import { validBody } from "../words/body";
import { pageOf, queryOf, rackspacePageOf } from "../words/paging";
import { createSchemas } from "../words/schemas";
import { backupView, createdView } from "./backup-view";
import { type BackupRequest, createBackup } from "./create-backup";
import { deleteBackup } from "./delete-backup";

type Params = Record<string, string>;

function page(world: TroveWorld, request: FastifyRequest, isMeant: (backup: Backup) => boolean) {
  const { settings } = world;
  const meant = backupsOf(world.store, isMeant);
  const isRackspace = settings.flavour === "rackspace";
  const { rows, links } = isRackspace
    ? rackspacePageOf(request, meant, settings)
    : pageOf(request, meant, settings.pageSize);
  return { backups: rows.map((backup) => backupView(world, backup)), ...(links && { links }) };
}

/** Unknown filters are ignored. */
function list(world: TroveWorld, request: FastifyRequest) {
  const isForAll = /^(1|t|true|on|y|yes)$/i.test(queryOf(request, "all_projects") ?? "");
  if (isForAll || queryOf(request, "project_id")) {
    throw refusals.forbidden("Policy doesn't allow backup:index:all_projects to be performed.");
  }
  const wanted = queryOf(request, "datastore");
  if (wanted !== undefined && wanted !== datastore.type && wanted !== datastore.id) {
    throw refusals.notFound(`Datastore '${wanted}' cannot be found.`);
  }
  const projectId = projectOf(request)!;
  const instanceId = queryOf(request, "instance_id");
  return page(
    world,
    request,
    (one) => one.projectId === projectId && (instanceId === undefined || one.instanceId === instanceId),
  );
}

function listOfInstance(world: TroveWorld, request: FastifyRequest) {
  const projectId = projectOf(request)!;
  const { id } = instanceOf(world, projectId, (request.params as Params).id!);
  return page(world, request, (one) => one.projectId === projectId && one.instanceId === id);
}

function backupOf({ store }: TroveWorld, request: FastifyRequest): Backup {
  const id = (request.params as Params).id!;
  if (id === "") throw refusals.noRoute();
  const backup = store.backups.get(id);
  if (backup?.projectId !== projectOf(request)) throw refusals.noResource(id);
  return backup!;
}

export function addBackupRoutes(app: FastifyInstance, world: TroveWorld): void {
  app.post("/v1.0/:project/backups", async (request, reply) => {
    const { flavour, createStatus } = world.settings;
    const body = validBody<{ backup: BackupRequest }>(request, createSchemas[flavour]);
    const backup = await createBackup(world, projectOf(request)!, body.backup);
    return reply.code(createStatus).send({ backup: createdView(world, backup) });
  });
  app.get("/v1.0/:project/backups", (request) => list(world, request));
  app.get("/v1.0/:project/backups/:id", (request) => ({ backup: backupView(world, backupOf(world, request)) }));
  app.delete("/v1.0/:project/backups/:id", (request, reply) => {
    deleteBackup(world, backupOf(world, request));
    return reply.code(202).type("application/json").send();
  });
  app.get("/v1.0/:project/instances/:id/backups", (request) => listOfInstance(world, request));
}
