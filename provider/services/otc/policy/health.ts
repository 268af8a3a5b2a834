import { utcTime } from "../../../core/ground/utc-time";
import type { Health } from "../../../plan/state";
import type { Row } from "../backup/backup-list";
import { stateOf } from "../backup/backup-row";
import { type AutomaticRuns, beganAt } from "./automatic";
import type { PolicyValues } from "./policy-schema";
import { windowsOf } from "./windows";

const HOUR = 3_600_000;

/** How long after its window a backup may take to complete. Windows are at least a day apart. */
const PATIENCE_MILLISECONDS = 12 * HOUR;

/** Clocks may differ: a backup that began so long before a window belongs to that window. */
const EARLY_MILLISECONDS = HOUR;

interface Runs extends Omit<AutomaticRuns, "instanceId"> {
  /** Whether a backup completed before that may not be listed any more. */
  hasRun: boolean;
}

/** Returns the end of the newest completed backup: a listed one, or the one that the state has. */
export function lastBackupOf({ newestCompleted }: Pick<AutomaticRuns, "newestCompleted">, seen?: string) {
  return newestCompleted ? utcTime(newestCompleted.end_time ?? newestCompleted.begin_time) : seen;
}

/**
 * Returns the health of a policy; nothing while it is off. The policy has been unchanged since `since` at the latest, where the
 * state tells that. A window counts once the time for its backup is over, and only if it began after `since`.
 */
export function policyHealth(
  policy: PolicyValues,
  { newest, newestCompleted, hasRun }: Runs,
  since: Date | undefined,
  now: Date,
): Health | undefined {
  if (policy.keepDays === 0) return undefined;
  if (newest && stateOf(newest) === "failed") return "failed";
  const over = now.getTime() - HOUR - PATIENCE_MILLISECONDS;
  const due = windowsOf(policy)?.last(new Date(over + 1))?.at;
  if (due === undefined) return "unknown";
  const serves = (row: Row | undefined) => row !== undefined && beganAt(row) >= due.getTime() - EARLY_MILLISECONDS;
  if (serves(newestCompleted) || (serves(newest) && stateOf(newest as Row) === "pending")) return "ok";
  if (since && due >= since) return "overdue";
  if (newest || hasRun) return "unknown";
  return since ? "not-due-yet" : "never-ran";
}
