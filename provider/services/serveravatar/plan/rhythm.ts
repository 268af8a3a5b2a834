import { DateTime, type DurationLikeObject } from "luxon";
import { utcTime } from "../../../core/ground/utc-time";
import { gapInWords } from "../../../plan/schedule";
import type { Rhythm } from "../../../plan/stepped-runs";
import type { Run } from "../api";
import { newestFirst } from "../runs/runs";
import { RETENTION_PERIODS, type RetentionPeriod, SCHEDULES, type Schedule } from "../words";

export interface ServerAvatarRhythm extends Rhythm {
  /** The time by which its runs are counted. */
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

/** How many of the newest runs tell a rhythm. */
const TELLING = 10;

/** The rarest schedule that keeps to the usual gap between two runs; nothing where there are not two. */
export function scheduleSeen(runs: readonly Run[]): Schedule | undefined {
  const times = newestFirst(runs)
    .slice(0, TELLING)
    .map((run) => timeOf(run.created_at));
  const known = times.filter((time) => time.isValid);
  const gaps = known.slice(1).map((from, nth) => ({ from, hours: known[nth]!.diff(from, "hours").hours }));
  // Of two in the middle the shorter one: then a loss is rather told than missed.
  const usual = gaps.sort((a, b) => a.hours - b.hours)[Math.floor((gaps.length - 1) / 2)];
  if (usual === undefined) return undefined;
  const latest = usual.from.plus({ hours: usual.hours * 1.05 });
  const kept = SCHEDULES.filter((schedule) => usual.from.plus(RHYTHMS[schedule].step) <= latest);
  return kept.sort((a, b) => RHYTHMS[b].longestGapHours - RHYTHMS[a].longestGapHours)[0];
}

/** How long the newest run that has an end is kept, where that is one of the vendor's periods. */
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
