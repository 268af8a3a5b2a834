import { randomUUID } from "node:crypto";
import type { FastifyRequest } from "fastify";
import { projectOf } from "../access";
import { refusal } from "../errors";
import type { OtcWorld } from "../settings";
import type { Backup, DatabaseTable, Instance, Job } from "../store";
import * as rules from "./backup-rules";
import { endJob, startJob } from "./jobs";

/** Not on the vendor's page: how large a backup is; that of the example is taken. */
const sizeKb = 2803;

interface BackupFields {
  readonly name: string;
  readonly description: string;
  readonly type: Backup["type"];
  readonly databaseTables: readonly DatabaseTable[];
}

function finish(world: OtcWorld, backup: Backup, job: Job, fails: boolean): void {
  // One that was stopped is gone.
  if (!world.store.backups.has(backup.id)) {
    endJob(world, job, "Stopped.");
    return;
  }
  backup.endTime = world.clock.now();
  backup.state = fails ? "failed" : "completed";
  backup.size = fails ? 0 : sizeKb;
  backup.instance.running = undefined;
  endJob(world, job, fails ? world.settings.failReason : undefined);
}

/** Starts a backup, now. */
export function startBackup(world: OtcWorld, instance: Instance, fields: BackupFields): { backup: Backup; job: Job } {
  const { store, clock, settings } = world;
  const { dialect } = store;
  const backup: Backup = {
    id: `${randomUUID().replaceAll("-", "")}br${dialect.idSuffix}`,
    instance,
    ...fields,
    beginTime: clock.now(),
    endTime: undefined,
    state: "building",
    isDeleting: false,
    size: 0,
  };
  const job = startJob(world, { name: dialect.jobNames.backup, instance, seconds: settings.buildSeconds });
  store.backups.set(backup.id, backup);
  instance.running = backup;
  const fails = world.fails("backup");
  clock.after(settings.buildSeconds, () => finish(world, backup, job, fails));
  return { backup, job };
}

/** A manual backup, with all that may refuse it once its fields are right. */
export function createManualBackup(world: OtcWorld, instance: Instance, fields: Omit<BackupFields, "type">) {
  if (world.fails("create")) throw refusal("DBS.280005");
  rules.requireSystem(world);
  // not on the vendor's page: which of these comes first.
  rules.requireFreeName(world, instance.projectId, fields.name);
  rules.requireQuota(world, instance.projectId);
  rules.requireIdle(world, instance, { evenOfBackups: true });
  const { backup, job } = startBackup(world, instance, { ...fields, type: "Manual" });
  return { job_id: job.id, backup_id: backup.id };
}

function endDeletion(world: OtcWorld, backup: Backup, job: Job, fails: boolean): void {
  if (fails) backup.isDeleting = false;
  else world.store.backups.delete(backup.id);
  endJob(world, job, fails ? "Failed to delete the backup file." : undefined);
}

/** Deletes the backup in the path. */
export function deleteManualBackup(world: OtcWorld, request: FastifyRequest) {
  const { store, settings, clock } = world;
  const backup = store.backups.get((request.params as { backup: string }).backup);
  if (backup?.instance.projectId !== projectOf(request)) throw refusal(settings.notFoundCode);
  // The guides: an automated one can be deleted once the policy is off. Not on the vendor's page: the code until then,
  // and how one that is being deleted already is refused.
  if (backup.type === "Auto" && backup.instance.policy.keepDays > 0) {
    throw refusal(store.dialect.automatedCode);
  }
  if (backup.isDeleting) throw refusal("DBS.201204");
  rules.requireSystem(world);
  rules.requireFinished(world, backup);
  if (world.fails("restoring")) throw refusal("DBS.201319");
  const { deleteSeconds: seconds, deletionJobsVisible: visible } = settings;
  const name = store.dialect.jobNames.deletion;
  const job = startJob(world, { name, instance: backup.instance, seconds, visible });
  backup.isDeleting = true;
  const fails = world.fails("deletion");
  clock.after(seconds, () => endDeletion(world, backup, job, fails));
  return { job_id: job.id };
}

export function statusOf({ settings }: OtcWorld, backup: Backup): string {
  return backup.isDeleting ? settings.deletingStatus : backup.state.toUpperCase();
}
