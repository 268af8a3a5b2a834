import { DateTime } from "luxon";
import { utcTime } from "../../../core/ground/utc-time";
import { timeIn } from "../../../core/kind/fields";
import { PATIENCE } from "../../../plan/schedule";
import type { Health } from "../../../plan/state";
import type { Run } from "../api";
import { isCompleted, isFailed, newestFirst } from "../runs/runs";
import type { Plan } from "../schema";
import { RHYTHMS } from "./rhythm";

export function healthOf(plan: Plan, runs: readonly Run[], now: Date): Health {
  const [latest] = newestFirst(runs);
  if (!latest) return "never-ran";
  if (isFailed(latest)) return "failed";
  const good = newestFirst(runs).find(isCompleted);
  if (!good || !plan.schedule) return "unknown";
  return isOverdue(plan, utcTime(good.updated_at ?? good.created_at), now) ? "overdue" : "ok";
}

/** The most hours by which a clock of unknown zone is behind UTC. */
const BEHIND_HOURS = 12;

/** Returns the health where no run is listed any more: the last known run can only show that the plan stopped. */
export function healthSince(plan: Plan & { askedAt?: string }, lastBackupAt: string | undefined, now: Date): Health {
  if (isOverdue(plan, lastBackupAt, now)) return "overdue";
  return lastBackupAt === undefined && isNotDueYet(plan, now) ? "not-due-yet" : "unknown";
}

/** Returns the time by which a plan that was asked for at `askedAt` has started, whatever zone its start has, in milliseconds since 1970. */
export function startedBy({ startBackup }: Pick<Plan, "startBackup">, askedAt: number): number {
  const first = timeIn(startBackup ?? "").plus({ hours: BEHIND_HOURS });
  return first.isValid ? Math.max(askedAt, first.toMillis()) : askedAt;
}

/** Returns whether the first run of a plan with a stored start may still be to come. */
function isNotDueYet({ schedule, askedAt, startBackup }: Plan & { askedAt?: string }, now: Date): boolean {
  if (!schedule || askedAt === undefined) return false;
  const from = DateTime.fromMillis(startedBy({ startBackup }, Date.parse(askedAt)));
  return DateTime.fromJSDate(now) < from.plus({ hours: RHYTHMS[schedule].longestGapHours });
}

function isOverdue({ schedule }: Plan, lastBackupAt: string | undefined, now: Date): boolean {
  if (!schedule || lastBackupAt === undefined) return false;
  const hours = DateTime.fromJSDate(now).diff(DateTime.fromISO(lastBackupAt), "hours").hours;
  return hours > RHYTHMS[schedule].longestGapHours * PATIENCE;
}
