import type { FastifyInstance, FastifyRequest } from "fastify";
import { organizationOf } from "../access";
import { cleaned, rules, validate } from "../body-rules";
import { refusals } from "../refusals";
import type { SaWorld } from "../settings";
import type { Run } from "../store";
import { timestamp } from "../timestamp";
import { runOf } from "./runs";

const backup = "/organizations/:organization/backups/:id";

function start({ store, clock, settings }: SaWorld, run: Run, server_id: number) {
  // not on the vendor's page: what can't be restored at one time; one restore a server is taken.
  const isBusy = store.restores.some((restore) => !restore.done && restore.server_id === server_id);
  if (isBusy) throw refusals.failed("Restore is already in progress.");
  // not on the vendor's page: restoring a backup that is not complete.
  if (run.state !== "completed") throw refusals.failed("Something went wrong.");
  const restore = { backup_id: run.id, server_id, started_at: timestamp(clock.now()), done: false };
  store.restores.push(restore);
  clock.after(settings.buildSeconds, () => {
    restore.done = true;
  });
  return { message: "Application backup restored in progress." };
}

function backupOf(world: SaWorld, request: FastifyRequest): Run {
  const organization = organizationOf(world, request);
  const run = runOf(world, organization.id, (request.params as { id: string }).id);
  if (!run) throw refusals.notFound("Backup not found.");
  return run;
}

/** https://serveravatar.com/api-docs/endpoint/backup/restore.html, where restoring in place is a GET. */
export function addRestoreRoutes(app: FastifyInstance, world: SaWorld): void {
  app.get(`${backup}/restore`, (request) => {
    const run = backupOf(world, request);
    return start(world, run, run.plan.server_id);
  });
  app.post(`${backup}/restore-to-another-server`, (request) => {
    const values = cleaned(request.body);
    validate(values, { server_id: { rule: rules.numeric, required: true } });
    const run = backupOf(world, request);
    const server = world.store.servers.get(Number(values.server_id));
    if (server?.organization_id !== run.plan.organization_id || server.deleted_at !== null) {
      throw refusals.notFound("Server not found.");
    }
    return start(world, run, server.id);
  });
}
