import type { Range } from "./retention";
import type { Run, Runs } from "./schedule";

const WEEK = 7;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Days of the week, 1 (Monday) to 7 (Sunday), in order and each once. */
export type Weekdays = readonly number[];

/** Returns the longest gap between two of the days, in days. */
export function longestGapDays(days: Weekdays): number {
  return Math.max(...days.map((day, index) => (days[index + 1] ?? (days[0] as number) + WEEK) - day));
}

/** Returns the hours from the earliest start in one window of an hour to the latest start in the next. */
export function weeklyGapHours(days: Weekdays): number {
  return longestGapDays(days) * 24 + 1;
}

/** Returns the least and the most of these days in any `length` days in a row. */
export function daysWithin(days: Weekdays, length: number): Range {
  const rest = length % WEEK;
  const counts = Array.from({ length: WEEK }, (_, first) => days.filter((day) => (day + first) % WEEK < rest).length);
  const whole = Math.floor(length / WEEK) * days.length;
  return { least: whole + Math.min(...counts), most: whole + Math.max(...counts) };
}

/** Returns the windows of one hour from `hour:minute` UTC on these days; nothing where they are no days of a week. */
export function weeklyRuns(days: Weekdays, hour: number, minute: number): Runs {
  const on = (midnight: number): Run => {
    const at = midnight + hour * HOUR + minute * 60_000;
    return { at: new Date(at), until: new Date(at + HOUR) };
  };
  const isOne = (midnight: number) => days.includes(new Date(midnight).getUTCDay() || WEEK);
  return {
    next(from, count) {
      const runs: Run[] = [];
      let quietDays = 0;
      for (let midnight = midnightOf(from); runs.length < count && quietDays <= WEEK; midnight += DAY) {
        const run = on(midnight);
        quietDays += 1;
        if (!isOne(midnight) || run.at < from) continue;
        runs.push(run);
        quietDays = 0;
      }
      return runs;
    },
    last(before) {
      for (let daysBack = 0; daysBack <= WEEK; daysBack++) {
        const midnight = midnightOf(before) - daysBack * DAY;
        const run = on(midnight);
        if (isOne(midnight) && run.at < before) return run;
      }
      return undefined;
    },
  };
}

function midnightOf(date: Date): number {
  return Math.floor(date.getTime() / DAY) * DAY;
}
