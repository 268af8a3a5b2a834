import { DateTime } from "luxon";
import { startRun } from "../runs/run";
import type { SaWorld } from "../settings";
import type { Plan } from "../store";
import { timestamp } from "../timestamp";
import { startTime } from "./plan-target";
import { schedules } from "./presets";

/** Takes the plan's next run off the clock; a run that has begun goes on. */
export function unschedule({ store }: SaWorld, plan: Plan): void {
  store.cancelNext.get(plan.id)?.();
  store.cancelNext.delete(plan.id);
  plan.next_backup_at = null;
}

/** Puts run `turn` on the clock. Counted from the first one, so that the 31st of a month is not lost in February. */
function scheduleTurn(world: SaWorld, plan: Plan, first: number, turn: number): void {
  const step = schedules[plan.schedule!]!;
  const steps = Object.fromEntries(Object.entries(step).map(([unit, count]) => [unit, count * turn]));
  const due = DateTime.fromMillis(first, { zone: world.settings.timezone }).plus(steps).toMillis();
  plan.next_backup_at = timestamp(due);
  const cancel = world.clock.at(due, () => {
    startRun(world, plan);
    scheduleTurn(world, plan, first, turn + 1);
  });
  world.store.cancelNext.set(plan.id, cancel);
}

/** Sets a plan going by its schedule: from now, or from the start that it declares. */
export function schedule(world: SaWorld, plan: Plan, { runsNow }: { runsNow: boolean }): void {
  unschedule(world, plan);
  const start = startTime(world, plan);
  if (start !== undefined) {
    scheduleTurn(world, plan, start, 0);
    return;
  }
  if (runsNow) startRun(world, plan);
  scheduleTurn(world, plan, world.clock.now(), 1);
}
