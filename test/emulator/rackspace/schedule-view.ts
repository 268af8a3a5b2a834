import { timestamp } from "../trove/timestamp";
import type { RackspaceWorld } from "./settings";
import type { Schedule } from "./store";

const timeOrNull = (time: number | undefined) => (time === undefined ? null : timestamp(time));

/** A row of the list, and the answer to GET. */
export function scheduleView(world: RackspaceWorld, schedule: Schedule): object {
  if (world.settings.tellsAll) return createdView(schedule);
  const { full_backup_retention: _kept, running: _running, source: _source, ...told } = createdView(schedule);
  return told;
}

/** The answer to a creation. */
export function createdView(schedule: Schedule) {
  const { id, source, day_of_week, hour, minute, full_backup_retention, copy_to } = schedule;
  return {
    action: "backup",
    created: timestamp(schedule.createdAt),
    day_of_month: null,
    day_of_week,
    full_backup_retention,
    hour,
    id,
    instance_id: source.type === "instance" ? source.id : null,
    last_scheduled: timeOrNull(schedule.lastRunAt),
    minute,
    month: null,
    next_run: timeOrNull(schedule.nextRunAt),
    running: 0,
    source,
    updated: timestamp(schedule.updatedAt),
    ...(copy_to && { copy_to }),
  };
}
