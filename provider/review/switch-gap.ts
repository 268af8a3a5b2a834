import type { Described } from "../plan/described";
import { gapInWords, type Schedule } from "../plan/schedule";
import { runInWords } from "./words/words";

const HOUR = 3_600_000;

/** The most hours by which a clock of unknown zone is behind or ahead of UTC. */
const BEHIND = 12;
const AHEAD = 14;

/** Returns the time from the last run by the old schedule to the first by the new one. */
export function switchGap(old: Described, next: Described, now: Date): string | undefined {
  const [before, after] = [old.schedule, next.schedule];
  if (before?.words === after?.words || !before?.runs || !after?.runs) return undefined;
  // The least and the most that a schedule's clock may show now.
  const shown = ({ clock }: Schedule, hours: number) =>
    clock === "UTC" ? now : new Date(now.getTime() + hours * HOUR);
  const last = before.runs.last(shown(before, -BEHIND));
  const later = before.runs.last(shown(before, AHEAD));
  const [earlier] = after.runs.next(shown(after, -BEHIND), 1);
  const [first] = after.runs.next(shown(after, AHEAD), 1);
  if (!last || !first) return undefined;
  const hours = Math.ceil(((first.until ?? first.at).getTime() - last.at.getTime()) / HOUR);
  const orLater = later?.at.getTime() === last.at.getTime() ? "" : ", or a later one";
  const orEarlier = earlier?.at.getTime() === first.at.getTime() ? "" : ", or an earlier one";
  return `at most ${gapInWords({ hours })}\nlast by the old: ${runInWords(last)}${orLater}\nfirst by the new: ${runInWords(first)}${orEarlier}`;
}
