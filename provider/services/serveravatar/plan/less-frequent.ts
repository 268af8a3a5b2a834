import { whenDecided } from "../../../core/ground/unknowns";
import { timeIn } from "../../../core/kind/fields";
import type { Loss } from "../../../plan/losses";
import { gapInWords } from "../../../plan/schedule";
import type { Plan } from "../schema";
import type { Schedule } from "../words";
import { isSchedule, longestGap, RHYTHMS } from "./rhythm";

/** Returns the loss of a rarer schedule, or of a start that is later than the next run. They are one loss with one consent. */
export function lessFrequent(stored: Plan, args: Plan, goesOn: () => boolean, now: Date): Loss | undefined {
  const from = stored.schedule;
  const to = from && args.schedule;
  // Another version of this package may have stored a word that this one does not know.
  if (!from || !to || !isSchedule(from)) return undefined;
  const isRarer = RHYTHMS[to].longestGapHours > RHYTHMS[from].longestGapHours;
  const rarer = isRarer
    ? `"${from}" => "${to}" backs up less often: longest gap ${longestGap(from)} => ${longestGap(to)}`
    : undefined;
  const putOff = whenDecided(
    () => (goesOn() ? undefined : postponed(stored, args, isRarer ? to : from, now)),
    undefined,
  );
  const texts = [rarer, putOff].filter((text) => text !== undefined);
  if (texts.length === 0) return undefined;
  return {
    kind: "less-frequent",
    property: isRarer ? "schedule" : "startBackup",
    value: putOff === undefined ? to : `${to} from ${args.startBackup}`,
    text: texts.join("; "),
  };
}

/**
 * Returns words for a start that is more than the longest gap away; nothing for a nearer one. The server's time zone is not
 * documented; UTC is assumed.
 */
function postponed(stored: Plan, { startBackup }: Plan, schedule: Schedule, now: Date): string | undefined {
  if (startBackup === undefined || startBackup === stored.startBackup) return undefined;
  const before = stored.startBackup === undefined ? now.getTime() : timeIn(stored.startBackup).toMillis();
  const runsAlready = before <= now.getTime();
  const hours = (timeIn(startBackup).toMillis() - Math.max(before, now.getTime())) / HOUR;
  if (hours <= RHYTHMS[schedule].longestGapHours) return undefined;
  const from = runsAlready ? `now (${now.toISOString().slice(0, 16).replace("T", " ")} UTC)` : stored.startBackup;
  const length = gapInWords({
    hours: hours > 2 * DAY ? Math.round(hours / DAY) * DAY : Math.round(hours),
    about: true,
  });
  return (
    `nothing runs from ${from} until ${startBackup} by the server's clock: ${length}, where "${schedule}" leaves ` +
    `at most ${longestGap(schedule)}`
  );
}

const HOUR = 3_600_000;
const DAY = 24;
