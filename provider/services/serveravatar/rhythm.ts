import type { DurationLikeObject } from "luxon";
import type { RetentionPeriod, Schedule } from "./words";

interface Rhythm {
  step: DurationLikeObject;
  /** The longest time between two starts. */
  longestGapHours: number;
}

const DAY = 24;

/** Which days "Twice a Month" means is not documented: half of the longest month, and the gap that leaves. */
export const RHYTHMS: Record<Schedule, Rhythm> = {
  "Every Hour": { step: { hours: 1 }, longestGapHours: 1 },
  "Every 3 Hours": { step: { hours: 3 }, longestGapHours: 3 },
  "Every 6 Hours": { step: { hours: 6 }, longestGapHours: 6 },
  "Every 12 Hours": { step: { hours: 12 }, longestGapHours: 12 },
  "Every Day": { step: { days: 1 }, longestGapHours: DAY },
  "Every 2 Days": { step: { days: 2 }, longestGapHours: 2 * DAY },
  "Every Week": { step: { weeks: 1 }, longestGapHours: 7 * DAY },
  "Twice a Month": { step: { days: 15 }, longestGapHours: 17 * DAY },
  "Every Month": { step: { months: 1 }, longestGapHours: 31 * DAY },
  "Every 3 Months": { step: { months: 3 }, longestGapHours: 92 * DAY },
  "Every 6 Months": { step: { months: 6 }, longestGapHours: 184 * DAY },
  "Every Year": { step: { years: 1 }, longestGapHours: 366 * DAY },
};

export function longestGap(schedule: Schedule): string {
  const hours = RHYTHMS[schedule].longestGapHours;
  const gap = hours <= 2 * DAY ? `${hours} h` : `${hours / DAY} days`;
  // Which days is not documented.
  return schedule === "Twice a Month" ? `about ${gap}` : gap;
}

export function months(retention: RetentionPeriod): number {
  return Number.parseInt(retention, 10);
}
