import { DateTime } from "luxon";
import { utcTime } from "../../../core/ground/utc-time";
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

/** Where no run is listed any more, the last one that was seen tells only that a plan stopped. */
export function healthSince(plan: Plan, lastBackupAt: string | undefined, now: Date): Health {
  return isOverdue(plan, lastBackupAt, now) ? "overdue" : "unknown";
}

function isOverdue({ schedule }: Plan, lastBackupAt: string | undefined, now: Date): boolean {
  if (!schedule || lastBackupAt === undefined) return false;
  const hours = DateTime.fromJSDate(now).diff(DateTime.fromISO(lastBackupAt), "hours").hours;
  return hours > RHYTHMS[schedule].longestGapHours * PATIENCE;
}
