import type { View } from "../../core/view";
import { longestGap } from "./rhythm";
import type { Plan } from "./schema";

/** A plan in plain words. */
export function planSummary(view: View<Plan>): string {
  if (view.known("automaticBackup") === false) return instantSummary(view);
  const adopting = view.absent("adopt") ? "" : `takes over plan ${view.text("adopt")} and sets it by one PATCH as declared: `;
  return `${adopting}${scope(view)}: ${rhythm(view)}, ${start(view)}; ${kept(view)}; ${afterDelete(view)}`;
}

/** An instant backup in plain words. */
export function instantSummary(view: View<Plan>): string {
  const adopting = view.absent("adopt") ? "" : `takes over backup ${view.text("adopt")}: `;
  const left = view.known("onDelete") === "delete" ? "its files are deleted" : "the backup is kept";
  return `${adopting}${scope(view)}: once, ${start(view)}; ${kept(view)}; on delete ${left}`;
}

function scope(view: View<Plan>): string {
  const application = `application ${view.text("applicationId")} on server ${view.text("server")}`;
  const database = view.absent("databaseId") ? "database not named" : `database ${view.text("databaseId")}`;
  switch (view.known("type")) {
    case "application":
      return `files and database of ${application} (${database})`;
    case "filesystem":
      return `files of ${application}, no database`;
    case "database":
      return `${database} of ${application}, no files`;
    default:
      return `${view.text("type")} of ${application}, ${database}`;
  }
}

function rhythm(view: View<Plan>): string {
  const schedule = view.known("schedule");
  if (schedule === undefined) return `schedule ${view.text("schedule")}`;
  return `${schedule.toLowerCase()}, longest gap ${longestGap(schedule)}`;
}

function start(view: View<Plan>): string {
  if (view.known("startBackupFromNow") === true) return "starting now";
  return `first at ${view.absent("startBackup") ? "(not known yet)" : view.text("startBackup")}, the server's time`;
}

function kept(view: View<Plan>): string {
  const destination = `${view.text("provider")} ${view.text("cloudStorageProviderId")}`;
  if (view.known("provider") !== undefined && view.known("provider") !== "serveravatar") {
    return `kept on ${destination}, how long: not documented by ServerAvatar`;
  }
  return `kept ${view.absent("retentionPeriod") ? "" : `${view.text("retentionPeriod")} `}on ${destination}`;
}

function afterDelete(view: View<Plan>): string {
  return view.known("onDelete") === "delete"
    ? "on delete ServerAvatar is asked to delete it (undocumented)"
    : "on delete it keeps running in ServerAvatar";
}
