import { removalOf } from "../../core/kind/removal";
import type { View } from "../../core/kind/view";
import type { Described } from "../../plan/described";
import type { Retention } from "../../plan/retention";
import type { Schedule as Starts } from "../../plan/schedule";
import { follows, stated } from "../../plan/stated";
import { fullRuns } from "./schedule/runs";
import { DAILY, type Schedule, USUAL_RETENTION } from "./schema";
import { daysApart, fullDay, sourceInWords, time } from "./words";

export function describe(view: View<Schedule>): Described {
  const copies = view.absent("copyTo") ? "" : `, copied to ${view.known("copyTo")?.join(", ") ?? view.text("copyTo")}`;
  return {
    is: "plan",
    service: "Rackspace",
    target: {
      kind: "database instance",
      ids: { sourceId: view.id("sourceId") },
      scope: `Rackspace ${sourceOf(view)}`,
      notCovered: [],
    },
    takesOver: !view.absent("adopt"),
    off: stated(false),
    schedule: startsOf(view),
    retention: retentionOf(view),
    destination: { words: `Cloud Files, container z_CLOUDDB_BACKUPS${copies}`, onProtectedMachine: stated(false) },
    removal: removalOf(view, REMOVAL, "keeps running"),
  };
}

export function sourceOf(view: View<Schedule>): string {
  return sourceInWords({ sourceType: view.known("sourceType"), sourceId: view.text("sourceId") });
}

/** Returns the time of day, `04:30`, or the parts as text where one is not known. */
export function clockOf(view: View<Schedule>): string {
  const [hour, minute] = [view.known("hour"), view.known("minute")];
  if (hour === undefined || minute === undefined) return `${view.text("hour")}:${view.text("minute")}`;
  return time(hour, minute);
}

/** Returns the schedule. Rackspace states the start of full backups; for incremental ones it states the day alone. */
function startsOf(view: View<Schedule>): Starts {
  const [day, hour, minute] = [view.known("dayOfWeek"), view.known("hour"), view.known("minute")];
  const full = day === undefined ? `on day ${view.text("dayOfWeek")}` : fullDay(day);
  const others = day === DAILY ? "" : ", incremental on the other days";
  return {
    words: `full ${full} at ${clockOf(view)} UTC${others}`,
    longestGap: follows(view.stated("dayOfWeek"), (known) =>
      stated({ hours: 24, ...(known !== DAILY && { about: true }) }),
    ),
    clock: "UTC",
    ...(day !== undefined && hour !== undefined && minute !== undefined && { runs: fullRuns(day, hour, minute) }),
    ...(day !== undefined && day !== DAILY && { assumed: INCREMENTAL }),
  };
}

const INCREMENTAL = "beside these full backups an incremental one on each other day, at a time that is not documented";

/** Returns the retention. The oldest full backup is deleted when a newer one is complete, so the history varies by one step. */
function retentionOf(view: View<Schedule>): Retention {
  const count = view.absent("fullBackupRetention") ? stated(USUAL_RETENTION) : view.stated("fullBackupRetention");
  const apart = follows(view.stated("dayOfWeek"), (day) => stated(daysApart(day)));
  return {
    words: `${count.value ?? `(${count.missing})`} full backups, and the incremental ones that are built on them`,
    days: follows(count, (full) => follows(apart, (days) => stated({ least: (full - 1) * days, most: full * days }))),
    points: follows(count, (full) =>
      follows(apart, (days) => stated({ least: (full - 1) * days + 1, most: full * days })),
    ),
  };
}

const REMOVAL = {
  keep: "the schedule keeps running at Rackspace, and its backups use storage",
  delete: "the schedule is deleted; what becomes of its backups is not documented",
};
