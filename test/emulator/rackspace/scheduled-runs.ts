import { randomUUID } from "node:crypto";
import { startRun } from "../trove/backups/run";
import { type Backup, isRunning } from "../trove/store";
import type { RackspaceWorld } from "./settings";
import type { Schedule } from "./store";

const DAY = 86_400_000;
const USUAL_RETENTION = 2;

/** The first start after `time`. A new schedule makes no incremental backup before its first full one (v2.23.0). */
export function nextStart(schedule: Pick<Schedule, "day_of_week" | "hour" | "minute">, time: number, isNew: boolean) {
  const { day_of_week: day, hour, minute } = schedule;
  let start = Math.floor(time / DAY) * DAY + (hour * 60 + minute) * 60_000;
  const isRight = () => start > time && (!isNew || day === 7 || new Date(start).getUTCDay() === day);
  while (!isRight()) start += DAY;
  return start;
}

/** Sets the clock for the next start. */
export function keepRunning(world: RackspaceWorld, schedule: Schedule): void {
  const { nextRunAt: at } = schedule;
  world.clock.at(at, () => {
    const isItsTime = world.store.schedules.get(schedule.id) === schedule && schedule.nextRunAt === at;
    if (!isItsTime) return;
    run(world, schedule);
    schedule.nextRunAt = nextStart(schedule, at, false);
    keepRunning(world, schedule);
  });
}

/** Starts a backup. Not on the vendor's page: the name of an automated one, and those of HA groups, which are left out. */
export function run(world: RackspaceWorld, schedule: Schedule): void {
  const { clock, store, settings } = world;
  const now = clock.now();
  schedule.lastRunAt = now;
  if (!settings.scheduledBackups || schedule.source.type === "ha") return;
  const own = automatedOf(world, schedule);
  const newest = own.filter(({ status }) => status === "COMPLETED").at(-1);
  const isFull = newest === undefined || [7, new Date(now).getUTCDay()].includes(schedule.day_of_week);
  const backup: Backup = {
    id: randomUUID(),
    name: `automated-${new Date(now).toISOString().slice(0, 10)}`,
    description: null,
    projectId: schedule.projectId,
    instanceId: schedule.source.id,
    parentId: isFull ? null : newest.id,
    container: null,
    storageDriver: "swift",
    isIncremental: !isFull,
    isAutomated: true,
    createdAt: now,
    updatedAt: now,
    status: "NEW",
    size: null,
    location: null,
  };
  store.backups.set(backup.id, backup);
  startRun(world, backup);
  clock.after(settings.buildSeconds, () => expire(world, schedule));
}

/** Deletes the oldest full backups beyond the retention, and what is built on them. */
function expire(world: RackspaceWorld, schedule: Schedule): void {
  const fulls = automatedOf(world, schedule).filter((each) => each.parentId === null && !isRunning(each));
  const beyond = fulls.slice(0, Math.max(0, fulls.length - (schedule.full_backup_retention ?? USUAL_RETENTION)));
  for (const { id } of beyond) removeChain(world, id);
}

function removeChain({ store }: RackspaceWorld, id: string): void {
  store.backups.delete(id);
  for (const each of [...store.backups.values()])
    if (each.parentId === id) removeChain({ store } as RackspaceWorld, each.id);
}

/** The oldest first. */
function automatedOf({ store }: RackspaceWorld, { source }: Schedule): Backup[] {
  const own = [...store.backups.values()].filter((each) => each.isAutomated && each.instanceId === source.id);
  return own.sort((one, other) => one.createdAt - other.createdAt);
}
