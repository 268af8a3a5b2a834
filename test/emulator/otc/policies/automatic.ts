import { DateTime } from "luxon";
import { startBackup } from "../backups/backups";
import type { OtcWorld } from "../settings";
import type { Backup, Instance, Policy } from "../store";

const DAY = 86_400_000;

/** The next start of a window after `now`. Day 1 is Monday: RDS' page, a sister service; those of DDS and GeminiDB do not say. */
function nextWindow({ startTime, period }: Policy, now: number): number {
  const [hour = 0, minute = 0] = startTime.slice(0, 5).split(":").map(Number);
  const today = DateTime.fromMillis(now, { zone: "utc" }).set({ hour, minute, second: 0, millisecond: 0 });
  for (let ahead = 0; ; ahead++) {
    const day = today.plus({ days: ahead });
    if (day.toMillis() > now && period.includes(day.weekday)) return day.toMillis();
  }
}

function runAutomatic(world: OtcWorld, instance: Instance): void {
  const { clock, settings } = world;
  // not on the vendor's page: an automated backup while another one runs; it is left out then.
  if (!settings.automaticBackups || instance.running) return;
  const name = `${instance.name}-${DateTime.fromMillis(clock.now(), { zone: "utc" }).toFormat("yyyyMMddHHmmssSSS")}`;
  const { backup } = startBackup(world, instance, { name, description: "", type: "Auto", databaseTables: [] });
  expireInTime(world, backup, instance.policy.keepDays);
}

function automatedOf({ store }: OtcWorld, instance: Instance): Backup[] {
  return [...store.backups.values()].filter((each) => each.instance === instance && each.type === "Auto");
}

/** While the policy is on. The guides: once it is off, automated backups stay until somebody deletes them. */
function expireInTime(world: OtcWorld, backup: Backup, keepDays: number): void {
  world.clock.at(backup.beginTime + keepDays * DAY, () => {
    const { keepDays: now } = backup.instance.policy;
    const isOver = world.clock.now() >= backup.beginTime + now * DAY;
    if (now > 0 && (isOver || world.settings.shorterRetention === "later")) world.store.backups.delete(backup.id);
  });
}

/**
 * Starts and ends backups as a change of the policy does. The guides: a shorter retention counts for what exists (DDS' guide says that
 * and its opposite); turned off, GeminiDB stops an automated backup that runs; turned on, DDS takes a full one at once.
 */
export function changed(world: OtcWorld, instance: Instance, before: Policy): void {
  const { keepDays } = instance.policy;
  const { dialect, backups } = world.store;
  if (keepDays > 0 && world.settings.shorterRetention === "at once") {
    for (const backup of automatedOf(world, instance)) expireInTime(world, backup, keepDays);
  }
  const { running } = instance;
  if (keepDays === 0 && dialect.offStopsRunning && running?.type === "Auto") {
    backups.delete(running.id);
    instance.running = undefined;
  }
  if (keepDays > 0 && before.keepDays === 0 && dialect.onRunsAtOnce) runAutomatic(world, instance);
}

/** Puts the instance's next automated backup on the clock, in place of the one that stood there. */
export function schedule(world: OtcWorld, instance: Instance): void {
  instance.cancelNext();
  if (instance.policy.keepDays === 0) return;
  instance.cancelNext = world.clock.at(nextWindow(instance.policy, world.clock.now()), () => {
    runAutomatic(world, instance);
    schedule(world, instance);
  });
}
