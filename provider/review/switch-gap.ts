import type { Described } from "../plan/described";
import { gapInWords, type Run } from "../plan/schedule";
import { runInWords } from "./words";

const HOUR = 3_600_000;

/** The time without a start from the last run by the old schedule to the first by the new one. */
export function switchGap(old: Described, next: Described, now: Date): string | undefined {
  if (old.schedule?.words === next.schedule?.words || !next.schedule?.runs) return undefined;
  const last = old.schedule?.runs?.last(now);
  const [first] = next.schedule.runs.next(now, 1);
  if (!last || !first) return undefined;
  const hours = Math.ceil((latest(first) - last.at.getTime()) / HOUR);
  return `at most ${gapInWords({ hours })}\nlast by the old: ${runInWords(last)}\nfirst by the new: ${runInWords(first)}`;
}

function latest({ at, until }: Run): number {
  return (until ?? at).getTime();
}
