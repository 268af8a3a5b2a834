import type { View } from "../../core/kind/view";
import { clockOf, sourceOf } from "./describe";
import { DAILY, type Schedule, USUAL_RETENTION } from "./schema";
import { shortDay } from "./words";

export function summary(view: View<Schedule>): string {
  const taken = view.absent("adopt") ? "" : "Adopts: ";
  const kept = view.absent("fullBackupRetention") ? `${USUAL_RETENTION}` : view.text("fullBackupRetention");
  const copies = view.absent("copyTo") ? "" : `, copied to ${view.known("copyTo")?.join(",") ?? view.text("copyTo")}`;
  const left = view.afterDelete({ delete: "delete ends it" }, "delete leaves it running");
  return `${taken}${rhythm(view)}: ${sourceOf(view)}; keeps ${kept} full${copies}; ${left}`;
}

function rhythm(view: View<Schedule>): string {
  const [day, at] = [view.known("dayOfWeek"), clockOf(view)];
  if (day === DAILY) return `Full daily ${at} UTC`;
  return `Full ${day === undefined ? view.text("dayOfWeek") : shortDay(day)} ${at} UTC, else incremental`;
}
