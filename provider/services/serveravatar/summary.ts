import type { View } from "../../core/kind/view";
import { afterDelete, once } from "../../core/recovery-points/in-words";
import { longestGap } from "./plan/rhythm";
import type { Plan } from "./schema";

// Pulumi's display cuts a text after 150 characters, so what a reviewer must not miss comes first and words are few.

/** Returns a plan in plain words. */
export function planSummary(view: View<Plan>): string {
  if (view.known("automaticBackup") === false) return instantSummary(view);
  const taken = view.absent("adopt") ? "" : `Adopts plan ${view.text("adopt")} by one PATCH: `;
  const left = view.afterDelete({ delete: "delete tries to end it (undocumented)" }, "delete leaves it running");
  return `${taken}${rhythm(view)}: ${scope(view)}; ${kept(view)}; ${left}`;
}

/** Returns an instant backup in plain words. */
export function instantSummary(view: View<Plan>): string {
  const taken = view.absent("adopt") ? "" : ` (backup ${view.text("adopt")}, adopted)`;
  const left = afterDelete(view, "removes its files");
  return `${once(view)}, ${start(view)}: ${scope(view)}; ${kept(view)}; ${left}${taken}`;
}

function rhythm(view: View<Plan>): string {
  const schedule = view.known("schedule");
  const gap = schedule === undefined ? "" : `, gap ≤ ${longestGap(schedule)}`;
  return `${view.text("schedule")} ${start(view)}${gap}`;
}

function start(view: View<Plan>): string {
  if (view.known("startBackupFromNow") === true) return "from now";
  return `from ${view.absent("startBackup") ? "(not known yet)" : `${view.text("startBackup")} server time`}`;
}

export function scope(view: View<Plan>): string {
  const of = `of application ${view.text("applicationId")}`;
  const database = view.absent("databaseId") ? "database (not named)" : `database ${view.text("databaseId")}`;
  switch (view.known("type")) {
    case "application":
      return `files and ${database} ${of}`;
    case "filesystem":
      return `files ${of}, no database`;
    case "database":
      return `${database} ${of}, no files`;
    default:
      return `${view.text("type")} ${of}, ${database}`;
  }
}

function kept(view: View<Plan>): string {
  const destination = `${view.text("provider")} ${view.text("cloudStorageProviderId")}`;
  const provider = view.known("provider");
  if (provider !== undefined && provider !== "serveravatar") return `kept on ${destination} (how long: not documented)`;
  return `kept ${view.absent("retentionPeriod") ? "" : `${view.text("retentionPeriod")} `}on ${destination}`;
}
