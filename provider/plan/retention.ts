import { DateTime, type DurationLikeObject } from "luxon";
import type { Stated } from "./stated";

export interface Range {
  least: number;
  most: number;
}

export interface Retention {
  words: string;
  /** Days of history; `forever` where nothing expires. */
  days: Stated<Range | "forever">;
  /** The number of recovery points once the plan has run for that long. */
  points: Stated<Range>;
}

/** Returns the least and the most days of so many months. */
export function daysInMonths(months: number): Range {
  const known = ranges.get(months) ?? countDays(months);
  ranges.set(months, known);
  return known;
}

const ranges = new Map<number, Range>();

function countDays(months: number): Range {
  // Four years from a leap year on have every possible length.
  const lengths = Array.from({ length: 60 }, (_, index) => {
    const first = DateTime.utc(2028, 1, 1).plus({ months: index });
    return first.plus({ months }).diff(first, "days").days;
  });
  return { least: Math.min(...lengths), most: Math.max(...lengths) };
}

/** Returns the least and the most starts of a rhythm in so many months. */
export function stepsInMonths(months: number, step: DurationLikeObject): Range {
  const stepMonths = (step.months ?? 0) + 12 * (step.years ?? 0);
  if (stepMonths > 0) return { least: Math.floor(months / stepMonths), most: Math.ceil(months / stepMonths) };
  const stepDays = (step.hours ?? 0) / 24 + (step.days ?? 0) + 7 * (step.weeks ?? 0);
  const { least, most } = daysInMonths(months);
  return { least: Math.floor(least / stepDays), most: Math.ceil(most / stepDays) };
}

/** `365 to 366`. */
export function rangeInWords({ least, most }: Range): string {
  return least === most ? `${least}` : `${least} to ${most}`;
}
