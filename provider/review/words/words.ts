import { UNKNOWN } from "../../core/ground/unknowns";
import type { Described } from "../../plan/described";
import { type Range, type Retention, rangeInWords } from "../../plan/retention";
import { gapInWords, type Run } from "../../plan/schedule";
import type { Stated } from "../../plan/stated";

const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

/** Returns the value in words, or why there is none. */
export function told<T>(stated: Stated<T>, words: (value: T) => string): string {
  return stated.missing === undefined ? words(stated.value) : `(${stated.missing})`;
}

/** Returns a start, `Mon 2026-11-23 01:00`, with the end of its window if it has one. */
export function runInWords({ at, until }: Run): string {
  const day = `${WEEKDAYS[at.getUTCDay()]} ${at.toISOString().slice(0, 10)}`;
  return `${day} ${clockOf(at)}${until ? `-${clockOf(until)}` : ""}`;
}

function clockOf(date: Date): string {
  return date.toISOString().slice(11, 16);
}

export function daysOfHistory({ days }: Retention): string {
  return told(days, (value) => (value === "forever" ? "no limit" : rangeInWords(value)));
}

export function pointsKept({ points }: Retention): string {
  return told(points, rangeInWords);
}

/** Returns how long recovery points are kept, that in days, and how many there will be. */
export function keptInWords(retention: Retention): string {
  const { words, days, points } = retention;
  if (days.value === undefined || days.value === "forever") return words;
  const inDays = `${rangeInWords(days.value)} days`;
  return `${words}${inDays === words ? "" : ` = ${inDays} of history`}, ${told(points, counted)}`;
}

function counted(range: Range): string {
  return `${rangeInWords(range)} recovery point${range.most === 1 ? "" : "s"}`;
}

export function longestGap({ off, schedule }: Described): string {
  if (off.value === true) return "no backups";
  return schedule ? told(schedule.longestGap, gapInWords) : "none: made once";
}

/** Returns a plan or recovery point in one line. */
export function inOneLine(described: Described): string {
  const { is, off, parent, schedule, target, retention, destination } = described;
  if (off.value === true) return `automated backups of ${target.scope} are OFF`;
  const built = parent ? `, incremental on ${told(parent, (id) => id)}` : "";
  const when = is === "plan" ? `${schedule?.words ?? ""}; gap at most ${longestGap(described)}` : `once${built}`;
  return `${when}; ${target.scope}; ${retention.words}; ${destination.words}`;
}

/** `47 h`, `20 days`. */
export function ageInWords(hours: number): string {
  return hours < 48 ? `${Math.floor(hours)} h` : `${Math.floor(hours / 24)} days`;
}

/** `150.3 MB`. */
export function bytesInWords(bytes: number): string {
  const units = ["bytes", "kB", "MB", "GB", "TB"];
  const power = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const amount = bytes / 1000 ** power;
  return `${power === 0 ? amount : amount.toFixed(1)} ${units[power]}`;
}

/** Returns a value as a program writes it. */
export function asWritten(value: unknown): string {
  if (value === undefined) return "not set";
  const text = JSON.stringify(value).replaceAll(`"${UNKNOWN}"`, "(not known yet)");
  return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}
