import type { Runs } from "../../../plan/schedule";
import { steppedRuns } from "../../../plan/stepped-runs";
import { DAILY } from "../schema";

/** A Sunday. */
const [YEAR, MONTH, SUNDAY] = [2023, 0, 1] as const;

/** Returns the starts of the full backups in UTC. */
export function fullRuns(dayOfWeek: number, hour: number, minute: number): Runs {
  const isDaily = dayOfWeek === DAILY;
  const first = new Date(Date.UTC(YEAR, MONTH, SUNDAY + (isDaily ? 0 : dayOfWeek), hour, minute));
  return steppedRuns(
    first,
    isDaily ? { step: { days: 1 }, longestGapHours: 24 } : { step: { weeks: 1 }, longestGapHours: 168 },
  );
}
