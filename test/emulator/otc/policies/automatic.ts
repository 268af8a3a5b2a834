import { DateTime } from "luxon";
import { startBackup } from "../backups/backups";
import type { OtcWorld } from "../settings";
import type { Instance, Policy } from "../store";

/** The next start of a window after `now`. Not on the vendor's page: which day is 1; Monday is taken. */
export function nextWindow({ startTime, period }: Policy, now: number): number {
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
  // not on the vendor's page: whether a later change of keep_days counts for what exists already; it does not here.
  clock.after(instance.policy.keepDays * 86_400, () => world.store.backups.delete(backup.id));
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
