import type { Reviewed } from "../reading/reviewed";
import type { Week } from "../report";

const WEEK_MILLISECONDS = 7 * 24 * 3_600_000;

/** The most starts that are listed; more are given by their interval. */
const MOST = 7 * 4;

/** Returns the plans that are on after the change, with their starts of the next seven days where the vendor states them. */
export function weekOf(all: readonly Reviewed[], now: Date): Week[] {
  const end = new Date(now.getTime() + WEEK_MILLISECONDS);
  return all.flatMap((each): Week[] => {
    const { schedule, off, is } = each.new?.described ?? {};
    if (is !== "plan" || !schedule || off?.value === true) return [];
    const next = schedule.runs?.next(now, MOST + 1).filter(({ at }) => at < end) ?? [];
    const runs = (next.length > MOST ? [] : next).map(({ at, until }) => {
      return { at: at.toISOString(), ...(until && { until: until.toISOString() }) };
    });
    return [{ resource: each.which, words: schedule.words, clock: schedule.clock, runs }];
  });
}
