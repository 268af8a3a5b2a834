import { DateTime, type DurationLikeObject } from "luxon";
import { utcTime } from "../../../core/ground/utc-time";
import { gapInWords } from "../../../plan/schedule";
import type { Rhythm } from "../../../plan/stepped-runs";
import type { Run } from "../api";
import { newestFirst } from "../runs/runs";
import { RETENTION_PERIODS, type RetentionPeriod, SCHEDULES, type Schedule } from "../words";

export interface ServerAvatarRhythm extends Rhythm {
  /** The step between two runs. */
  counted: DurationLikeObject;
  /** Whether the days are documented. */
  isExact: boolean;
}

const DAY = 24;

/** The days of "Twice a Month" are not documented: the assumed gap is what half of the longest month leaves. */
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

/** The number of the newest runs from which the rhythm is read. */
const TELLING = 10;

/** Returns the rarest schedule that fits the usual gap between runs; nothing with fewer than two runs. */
export function scheduleSeen(runs: readonly Run[]): Schedule | undefined {
  const times = newestFirst(runs)
    .slice(0, TELLING)
    .map((run) => timeOf(run.created_at));
  const known = times.filter((time) => time.isValid);
  const gaps = known.slice(1).map((from, nth) => ({ from, hours: known[nth]!.diff(from, "hours").hours }));
  // Between two middle gaps the shorter one counts, so that a loss is not missed.
  const usual = gaps.sort((a, b) => a.hours - b.hours)[Math.floor((gaps.length - 1) / 2)];
  if (usual === undefined) return undefined;
  const latest = usual.from.plus({ hours: usual.hours * 1.05 });
  const kept = SCHEDULES.filter((schedule) => usual.from.plus(RHYTHMS[schedule].step) <= latest);
  return kept.sort((a, b) => RHYTHMS[b].longestGapHours - RHYTHMS[a].longestGapHours)[0];
}

/** Returns the retention of the newest run that has an end, where it is one of the vendor's periods. */
export function retentionSeen(runs: readonly Run[]): RetentionPeriod | undefined {
  const run = newestFirst(runs).find(({ expires_at }) => utcTime(expires_at) !== undefined);
  if (run === undefined) return undefined;
  const end = timeOf(run.expires_at);
  const isAbout = (period: RetentionPeriod) => {
    const days = timeOf(run.created_at)
      .plus({ months: months(period) })
      .diff(end, "days").days;
    return Math.abs(days) <= 2;
  };
  return RETENTION_PERIODS.find(isAbout);
}

function timeOf(time: string | null | undefined): DateTime {
  return DateTime.fromISO(utcTime(time) ?? "", { zone: "utc" });
}
