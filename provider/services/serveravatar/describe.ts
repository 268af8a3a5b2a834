import { timeIn } from "../../core/kind/fields";
import { removalOf } from "../../core/kind/removal";
import type { View } from "../../core/kind/view";
import { retentionOf as pointRetention } from "../../core/recovery-points/in-words";
import type { Described, Destination, Removal, Target } from "../../plan/described";
import { daysInMonths, type Retention, stepsInMonths } from "../../plan/retention";
import type { Schedule } from "../../plan/schedule";
import { follows, missing, type Stated, stated } from "../../plan/stated";
import { steppedRuns } from "../../plan/stepped-runs";
import { leaveRunning } from "./plan/losses";
import { isSchedule, months, RHYTHMS, type ServerAvatarRhythm } from "./plan/rhythm";
import type { Plan } from "./schema";
import { scope } from "./summary";

export function describePlan(view: View<Plan>): Described {
  if (view.known("automaticBackup") === false) return describeInstant(view);
  const rhythm = rhythmOf(view);
  return {
    is: "plan",
    ...sharedParts(view),
    takesOver: !view.absent("adopt"),
    schedule: scheduleOf(view, rhythm),
    retention: retentionOf(view, (kept) => follows(rhythm, ({ counted }) => stated(stepsInMonths(kept, counted)))),
    removal: planRemoval(view),
  };
}

export function describeInstant(view: View<Plan>): Described {
  return {
    is: "recovery point",
    ...sharedParts(view),
    retention: retentionOf(view, () => pointRetention(view).points),
    removal: removalOf(view, {
      keep: "the recovery point stays in its storage",
      delete: "the recovery point's files are deleted from its storage",
    }),
  };
}

function sharedParts(view: View<Plan>) {
  return {
    service: "ServerAvatar",
    target: targetOf(view),
    takesOver: false,
    off: stated(false),
    destination: destinationOf(view),
  };
}

function targetOf(view: View<Plan>): Target {
  const [organization, server] = [view.id("organization"), view.id("server")];
  const ids = { organization, server, applicationId: view.id("applicationId"), databaseId: view.id("databaseId") };
  const left = { filesystem: ["the database"], database: ["the files"], application: [] };
  const type = view.known("type");
  return {
    kind: "application",
    ids,
    scope: `${scope(view)}, server ${view.text("server")}`,
    notCovered: (type && left[type]) ?? [],
  };
}

function rhythmOf(view: View<Plan>): Stated<ServerAvatarRhythm> {
  // Another version of this package may have stored a word that this one does not know.
  return follows(view.stated("schedule"), (word) =>
    isSchedule(word) ? stated(RHYTHMS[word]) : missing("not documented"),
  );
}

function scheduleOf(view: View<Plan>, rhythm: Stated<ServerAvatarRhythm>): Schedule {
  const start = view.known("startBackup");
  const from = start === undefined ? firstRun(view) : `, first run ${start} by the server's clock`;
  const { step, isExact } = rhythm.value ?? {};
  const day = Number(start?.slice(8, 10));
  const clamped = day > 28 && (step?.months ?? step?.years) !== undefined;
  return {
    words: `${view.text("schedule")}${from}`,
    longestGap: follows(rhythm, ({ longestGapHours: hours, isExact }) =>
      stated({ hours, ...(!isExact && { about: true }) }),
    ),
    clock: "the server's own time zone",
    // The starts are by the server's clock, whose zone is not documented.
    ...(start && rhythm.value && isExact && { runs: steppedRuns(timeIn(start).toJSDate(), rhythm.value) }),
    ...(clamped && { assumed: "which day it takes in a shorter month is not documented; the last one is assumed" }),
  };
}

function firstRun(view: View<Plan>): string {
  if (view.known("startBackupFromNow") === true) return ", first run when it is created";
  return view.absent("startBackup") ? "" : `, first run ${view.text("startBackup")}`;
}

/** Returns the retention, which is documented for ServerAvatar's own storage alone. */
function retentionOf(view: View<Plan>, points: (months: number) => Retention["points"]): Retention {
  const provider = view.stated("provider");
  if (provider.value !== undefined && provider.value !== "serveravatar") {
    const unknown = missing("not documented");
    return { words: `kept: not documented by ServerAvatar for ${provider.value}`, days: unknown, points: unknown };
  }
  const kept = follows(provider, () => view.stated("retentionPeriod"));
  return {
    words: kept.value ?? `(${kept.missing})`,
    days: follows(kept, (period) => stated(daysInMonths(months(period)))),
    points: follows(kept, (period) => points(months(period))),
  };
}

/** Returns the destination. ServerAvatar's own storage is a service, billed by the GB; a custom S3 may stand anywhere. */
function destinationOf(view: View<Plan>): Destination {
  return {
    words: `${view.text("provider")}, storage ${view.text("cloudStorageProviderId")}`,
    onProtectedMachine: follows(view.stated("provider"), (provider) =>
      provider === "custom_s3" ? missing("not documented") : stated(false),
    ),
  };
}

/** Returns the effect of leaving the stack. A kept plan goes on running. */
function planRemoval(view: View<Plan>): Removal {
  const words = {
    keep: "the plan keeps running in ServerAvatar, uses storage and may cost money: ServerAvatar documents no call that deletes a plan; stop it in the panel",
    delete:
      "the plan is ended by a call that ServerAvatar does not document; what becomes of its backups is not documented",
  };
  const removal = removalOf(view, words, "keeps running");
  if (removal.effect.value !== "keeps running") return removal;
  const leaves = leaveRunning("replacement", view.text("type"), view.text("applicationId"), view.text("server"));
  return { ...removal, leaves };
}
