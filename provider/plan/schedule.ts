import type { Stated } from "./stated";

/** A time between two backups, in hours; `about` where the vendor does not state which days it means. */
export interface Gap {
  hours: number;
  about?: boolean;
}

/** A start. Where a window is stated it begins at `at` at the earliest and at `until` at the latest. */
export interface Run {
  at: Date;
  until?: Date;
}

/** The starts that the vendor states. UTC fields of a date read as the schedule's clock shows. */
export interface Runs {
  /** The first of them at `from` or later. */
  next(from: Date, count: number): Run[];
  /** The last of them before `before`. */
  last(before: Date): Run | undefined;
}

export interface Schedule {
  /** The vendor's own words, or ours for what it has none for. */
  words: string;
  /** From one start to the next, at most. */
  longestGap: Stated<Gap>;
  /** Whose clock the schedule goes by: `UTC`, `the server's own time zone`. */
  clock: string;
  /** Only where the vendor states when they are. */
  runs?: Runs;
  /** The assumption about the runs, or the backups that start beside them. */
  assumed?: string;
}

/** A plan is overdue once this many of its longest gaps have passed since its newest complete backup. */
export const PATIENCE = 1.5;

const DAY = 24;

/** `25 h`, `about 17 days`. */
export function gapInWords({ hours, about }: Gap): string {
  const gap = hours <= 2 * DAY || hours % DAY !== 0 ? `${hours} h` : `${hours / DAY} days`;
  return about ? `about ${gap}` : gap;
}
