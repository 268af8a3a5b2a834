import { utcTime } from "../../../core/ground/utc-time";
import type { Health } from "../../../plan/state";
import { weeklyRuns } from "../../../plan/weekly";
import type { Row } from "../backup/backup-list";
import { type AutomaticRuns, beganAt } from "./automatic";
import type { PolicyValues } from "./policy-schema";

const HOUR = 3_600_000;

/** How long after its window a backup may take to complete; the windows of a policy are a day apart at least. */
const PATIENCE_MILLISECONDS = 12 * HOUR;

/** Two clocks need not agree: what began so long before a window is of that window. */
const EARLY_MILLISECONDS = HOUR;

interface Runs extends Omit<AutomaticRuns, "instanceId"> {
  /** Whether one completed that may be listed no more. */
  hasRun: boolean;
}

/** When the newest automated backup completed; where it is no longer listed, what was seen before. */
export function lastBackupOf({ newestCompleted }: Pick<AutomaticRuns, "newestCompleted">, seen?: string) {
  return newestCompleted ? utcTime(newestCompleted.end_time ?? newestCompleted.begin_time) : seen;
}

/**
 * The health of a policy that has stood as it is since `since`, at the latest; nothing of `since` where no state told it.
 * A window counts once the time for its backup is over, and against the policy only when it began while the policy
 * stood. Nothing while the policy is off.
 */
export function policyHealth(
  { keepDays, startTime, period }: PolicyValues,
  { newest, newestCompleted, hasRun }: Runs,
  since: Date | undefined,
  now: Date,
): Health | undefined {
  if (keepDays === 0) return undefined;
  if (newest && stateOf(newest) === "FAILED") return "failed";
  const [, hour, minute] = /^(\d\d):(\d\d)-/.exec(startTime ?? "") ?? [];
  if (hour === undefined || minute === undefined || !period?.length) return "unknown";
  const over = now.getTime() - HOUR - PATIENCE_MILLISECONDS;
  const due = weeklyRuns(period, Number(hour), Number(minute)).last(new Date(over + 1))?.at;
  if (due === undefined) return "unknown";
  const serves = (row: Row | undefined) => row !== undefined && beganAt(row) >= due.getTime() - EARLY_MILLISECONDS;
  if (serves(newestCompleted) || (serves(newest) && stateOf(newest as Row) === "BUILDING")) return "ok";
  if (since && due >= since) return "overdue";
  if (newest || hasRun) return "unknown";
  return since ? "not-due-yet" : "never-ran";
}

function stateOf({ status }: Row): string {
  return status.toUpperCase();
}
