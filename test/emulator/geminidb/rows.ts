import { statusOf } from "../otc/backups/backups";
import { progressOf } from "../otc/backups/jobs";
import type { Backup, Job } from "../otc/store";
import { zonedTime } from "../otc/timestamp";
import type { GeminiWorld } from "./settings";

/** A row of "Querying Backups". */
export function backupRow(world: GeminiWorld, backup: Backup) {
  const { instance, beginTime, endTime } = backup;
  return {
    id: backup.id,
    description: backup.description,
    instance_id: instance.id,
    instance_name: instance.name,
    datastore: { type: world.store.dialect.datastore, version: instance.version },
    name: backup.name,
    type: backup.type,
    size: backup.size,
    status: statusOf(world, backup),
    begin_time: zonedTime(beginTime),
    // not on the vendor's page: what stands here while the backup is being made.
    end_time: endTime === undefined ? null : zonedTime(endTime),
    database_tables: backup.databaseTables,
  };
}

/** A row of "Querying Tasks and Details". */
export function jobRow(world: GeminiWorld, job: Job) {
  return {
    id: job.id,
    name: job.name,
    status: job.status,
    start_time: zonedTime(job.createdAt),
    // A running job has an end in the page's example: the time of the question is taken.
    end_time: zonedTime(job.endedAt ?? world.clock.now()),
    progress: progressOf(world, job),
    instance: { id: job.instance.id, name: job.instance.name },
    fail_reason: job.failReason ?? "",
  };
}
