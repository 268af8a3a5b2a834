import { DateTime, type DurationLikeObject } from "luxon";
import type { Runs } from "./schedule";

/** A rhythm in steps of the calendar. */
export interface Rhythm {
  step: DurationLikeObject;
  /** The longest time between two starts. */
  longestGapHours: number;
}

/** Returns the `count`-th start, counted from the first: one month after 31 January is 28 February, two months are 31 March. */
export function afterSteps(start: DateTime, { step }: Rhythm, count: number): DateTime {
  return start.plus(Object.fromEntries(Object.entries(step).map(([unit, amount]) => [unit, amount * count])));
}

/** Returns the number of steps to the first start that is not before `from`. */
export function stepsUntil(start: DateTime, rhythm: Rhythm, from: DateTime): number {
  // No step is longer than the longest gap, so it takes at least so many.
  let steps = Math.max(0, Math.floor(from.diff(start).as("hours") / rhythm.longestGapHours));
  while (afterSteps(start, rhythm, steps) < from) steps++;
  return steps;
}

/** Returns the starts of a rhythm with a declared first start, by a clock without daylight saving time. */
export function steppedRuns(first: Date, rhythm: Rhythm): Runs {
  const start = utc(first);
  const nth = (count: number) => ({ at: afterSteps(start, rhythm, count).toJSDate() });
  return {
    next(from, count) {
      const steps = stepsUntil(start, rhythm, utc(from));
      return Array.from({ length: count }, (_, index) => nth(steps + index));
    },
    last(before) {
      const steps = stepsUntil(start, rhythm, utc(before));
      return steps > 0 ? nth(steps - 1) : undefined;
    },
  };
}

function utc(date: Date): DateTime {
  return DateTime.fromJSDate(date, { zone: "utc" });
}
