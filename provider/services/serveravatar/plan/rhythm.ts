import type { DurationLikeObject } from "luxon";
import { gapInWords } from "../../../plan/schedule";
import type { Rhythm } from "../../../plan/stepped-runs";
import type { RetentionPeriod, Schedule } from "../words";

export interface ServerAvatarRhythm extends Rhythm {
  /** What its runs are counted by. */
  counted: DurationLikeObject;
  /** Whether the days are documented. */
  isExact: boolean;
}

const DAY = 24;

/** Which days "Twice a Month" means is not documented: half of the longest month, and the gap that leaves. */
export const RHYTHMS: Record<Schedule, ServerAvatarRhythm> = {
  "Every Hour": every({ hours: 1 }, 1),
  "Every 3 Hours": every({ hours: 3 }, 3),
  "Every 6 Hours": every({ hours: 6 }, 6),
  "Every 12 Hours": every({ hours: 12 }, 12),
  "Every Day": every({ days: 1 }, DAY),
  "Every 2 Days": every({ days: 2 }, 2 * DAY),
  "Every Week": every({ weeks: 1 }, 7 * DAY),
  "Twice a Month": { step: { days: 15 }, longestGapHours: 17 * DAY, counted: { months: 0.5 }, isExact: false },
  "Every Month": every({ months: 1 }, 31 * DAY),
  "Every 3 Months": every({ months: 3 }, 92 * DAY),
  "Every 6 Months": every({ months: 6 }, 184 * DAY),
  "Every Year": every({ years: 1 }, 366 * DAY),
};

function every(step: DurationLikeObject, longestGapHours: number): ServerAvatarRhythm {
  return { step, longestGapHours, counted: step, isExact: true };
}

export function isSchedule(word: string): word is Schedule {
  return Object.hasOwn(RHYTHMS, word);
}

export function longestGap(schedule: Schedule): string {
  const { longestGapHours: hours, isExact } = RHYTHMS[schedule];
  return gapInWords({ hours, about: !isExact });
}

export function months(retention: RetentionPeriod): number {
  return Number.parseInt(retention, 10);
}
