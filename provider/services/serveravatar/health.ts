import { DateTime } from "luxon";
import { utcTime } from "../../core/utc-time";
import type { Run } from "./api";
import { RHYTHMS } from "./rhythm";
import { isCompleted, isFailed, newestFirst } from "./runs";
import type { Plan } from "./schema";

type Health = "ok" | "overdue" | "failed" | "never-ran" | "unknown";

/** A plan is overdue when it is half a gap past the longest time that its schedule allows between two backups. */
const PATIENCE = 1.5;

export function healthOf(plan: Plan, runs: readonly Run[], now: Date): Health {
  const [latest] = newestFirst(runs);
  if (!latest) return "never-ran";
  if (isFailed(latest)) return "failed";
  const good = newestFirst(runs).find(isCompleted);
  if (!good || !plan.schedule) return "unknown";
  const ended = DateTime.fromISO(utcTime(good.updated_at ?? good.created_at) ?? "");
  const hours = DateTime.fromJSDate(now).diff(ended, "hours").hours;
  return hours > RHYTHMS[plan.schedule].longestGapHours * PATIENCE ? "overdue" : "ok";
}
