import { statusOf } from "../otc/backups/backups";
import { progressOf } from "../otc/backups/jobs";
import type { Backup, Job } from "../otc/store";
import { plainTime, zonedTime } from "../otc/timestamp";
import type { DdsWorld } from "./settings";

/** A row of "Querying the Backup List". */
export function backupRow(world: DdsWorld, backup: Backup) {
  const { instance, type, beginTime, endTime } = backup;
  return {
    id: backup.id,
    name: backup.name,
    instance_id: instance.id,
    instance_name: instance.name,
    datastore: { type: world.store.dialect.datastore, version: instance.version },
    type: world.settings.typeCase === "lower" ? type.toLowerCase() : type,
    begin_time: plainTime(beginTime),
    // not on the vendor's page: what stands here while the backup is being made.
    end_time: endTime === undefined ? null : plainTime(endTime),
    status: statusOf(world, backup),
    size: backup.size,
    description: backup.description,
  };
}

/** The object of "Obtaining Information About a Task with a Specified ID". */
export function jobRow(world: DdsWorld, job: Job) {
  return {
    id: job.id,
    name: job.name,
    status: job.status,
    created: zonedTime(job.createdAt),
    // A running job has an end in the page's example: the time of the question is taken.
    ended: zonedTime(job.endedAt ?? world.clock.now()),
    progress: progressOf(world, job),
    instance: { id: job.instance.id, name: job.instance.name },
    fail_reason: job.failReason ?? null,
  };
}
