import type { Stated } from "./stated";

/** The time between two backups in hours. `about`: the vendor does not state the days. */
export interface Gap {
  hours: number;
  about?: boolean;
}

/** A start. In a window, it is `at` at the earliest and `until` at the latest. */
export interface Run {
  at: Date;
  until?: Date;
}

/** The starts that the vendor states. The UTC fields of each date show the time by the schedule's clock. */
export interface Runs {
  /** Returns the first start at `from` or later. */
  next(from: Date, count: number): Run[];
  /** Returns the last start before `before`. */
  last(before: Date): Run | undefined;
}

export interface Schedule {
  /** The vendor's words, or ours where it has none. */
  words: string;
  /** The longest time from one start to the next. */
  longestGap: Stated<Gap>;
  /** The clock of the schedule: `UTC`, `the server's own time zone`. */
  clock: string;
  /** Left out where the vendor does not state the starts. */
  runs?: Runs;
  /** The assumption about the runs, or the backups that start beside them. */
  assumed?: string;
}

/** The number of longest gaps since the newest complete backup after which a plan is overdue. */
export const PATIENCE = 1.5;

const DAY = 24;

/** `25 h`, `about 17 days`. */
export function gapInWords({ hours, about }: Gap): string {
  const gap = hours <= 2 * DAY || hours % DAY !== 0 ? `${hours} h` : `${hours / DAY} days`;
  return about ? `about ${gap}` : gap;
}
