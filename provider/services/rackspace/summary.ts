import type { View } from "../../core/kind/view";
import { sourceOf } from "./describe";
import { DAILY, type Schedule, USUAL_RETENTION } from "./schema";
import { time } from "./words";

const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

export function summary(view: View<Schedule>): string {
  const taken = view.absent("adopt") ? "" : "Adopts: ";
  const kept = view.absent("fullBackupRetention") ? `${USUAL_RETENTION}` : view.text("fullBackupRetention");
  const copies = view.absent("copyTo") ? "" : `, copied to ${view.known("copyTo")?.join(",") ?? view.text("copyTo")}`;
  const left = view.afterDelete({ delete: "delete ends it" }, "delete leaves it running");
  return `${taken}${rhythm(view)}: ${sourceOf(view)}; keeps ${kept} full${copies}; ${left}`;
}

function rhythm(view: View<Schedule>): string {
  const [day, hour, minute] = [view.known("dayOfWeek"), view.known("hour"), view.known("minute")];
  const at =
    hour === undefined || minute === undefined ? `${view.text("hour")}:${view.text("minute")}` : time(hour, minute);
  if (day === DAILY) return `Full daily ${at} UTC`;
  return `Full ${day === undefined ? view.text("dayOfWeek") : DAYS[day]} ${at} UTC, else incremental`;
}
