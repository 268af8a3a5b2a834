import type { Described } from "../plan/described";
import { gapInWords, type Run } from "../plan/schedule";
import { runInWords } from "./words/words";

const HOUR = 3_600_000;

/** The most hours by which a clock of unknown zone is behind or ahead of UTC. */
const BEHIND = 12;
const AHEAD = 14;

/** Returns the time from the last run by the old schedule to the first by the new one. */
export function switchGap(old: Described, next: Described, now: Date): string | undefined {
  if (old.schedule?.words === next.schedule?.words || !next.schedule?.runs) return undefined;
  const [least, most] = [around(now, old.schedule?.clock, -BEHIND), around(now, next.schedule.clock, AHEAD)];
  const last = old.schedule?.runs?.last(least);
  const [first] = next.schedule.runs.next(most, 1);
  if (!last || !first) return undefined;
  const hours = Math.ceil((latest(first) - last.at.getTime()) / HOUR);
  const later = old.schedule?.runs?.last(around(now, old.schedule.clock, AHEAD));
  const [earlier] = next.schedule.runs.next(around(now, next.schedule.clock, -BEHIND), 1);
  const orLater = later?.at.getTime() === last.at.getTime() ? "" : ", or a later one";
  const orEarlier = earlier?.at.getTime() === first.at.getTime() ? "" : ", or an earlier one";
  return `at most ${gapInWords({ hours })}\nlast by the old: ${runInWords(last)}${orLater}\nfirst by the new: ${runInWords(first)}${orEarlier}`;
}

/** Returns the time that a schedule's clock may show now. */
function around(now: Date, clock: string | undefined, hours: number): Date {
  return clock === "UTC" ? now : new Date(now.getTime() + hours * HOUR);
}

function latest({ at, until }: Run): number {
  return (until ?? at).getTime();
}
