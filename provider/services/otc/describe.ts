import { onDeleteOf, removalOf } from "../../core/kind/removal";
import type { View } from "../../core/kind/view";
import { retentionOf as pointRetention } from "../../core/recovery-points/in-words";
import type { Described, Removal } from "../../plan/described";
import type { Retention } from "../../plan/retention";
import type { Schedule } from "../../plan/schedule";
import { follows, type Stated, stated } from "../../plan/stated";
import { daysWithin, type Weekdays, weeklyGapHours } from "../../plan/weekly";
import type { OtcBackup } from "./backup/backup-calls";
import type { PolicyCalls } from "./policy/policy";
import type { PolicyWords } from "./policy/policy-losses";
import type { Policy } from "./policy/policy-schema";
import { windowsOf } from "./policy/windows";

const DESTINATION = { words: "the vendor's object storage (OBS)", onProtectedMachine: stated(false) };

const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

export function describePolicy(
  { service, words }: Pick<PolicyCalls, "service" | "words">,
  view: View<Policy>,
): Described {
  const off = follows(view.stated("keepDays"), (days) => stated(days === 0));
  return {
    is: "plan",
    service: service.name,
    target: targetOf(service.name, view),
    takesOver: true,
    off,
    ...(off.value !== true && { schedule: scheduleOf(view, words) }),
    retention: retentionOf(view),
    destination: DESTINATION,
    removal: policyRemoval(view, words),
  };
}

export function describeBackup(service: string, view: View<OtcBackup>): Described {
  return {
    is: "recovery point",
    service,
    target: withParts(targetOf(service, view), view),
    takesOver: false,
    off: stated(false),
    retention: pointRetention(view),
    destination: DESTINATION,
    removal: removalOf(view, {
      keep: `the recovery point stays in ${service}`,
      delete: "the recovery point is deleted",
    }),
  };
}

function targetOf(service: string, view: View<{ instanceId: string }>): Described["target"] {
  return {
    kind: "database instance",
    ids: { instanceId: view.id("instanceId") },
    scope: `${service} instance ${view.text("instanceId")}`,
    notCovered: [],
  };
}

/** Returns the target with the single databases that the program names. */
function withParts(target: Described["target"], view: View<OtcBackup>): Described["target"] {
  if (view.absent("databases")) return target;
  const databases = view.stated("databases");
  const names = databases.value?.map(({ name }) => name).join(", ") ?? `(${databases.missing})`;
  return { ...target, scope: `databases ${names} of ${target.scope}`, notCovered: ["other databases"] };
}

function scheduleOf(view: View<Policy>, { starts }: PolicyWords): Schedule {
  const [period, startTime] = [view.stated("period"), view.stated("startTime")];
  const runs = windowsOf({ startTime: startTime.value, period: period.value });
  return {
    words: `${daysInWords(period)}, ${startTime.value ?? `(window ${startTime.missing})`} UTC`,
    longestGap: follows(period, (days) => stated({ hours: weeklyGapHours(days) })),
    clock: "UTC",
    ...(runs && { runs }),
    ...(starts && { assumed: starts }),
  };
}

function daysInWords(period: Stated<Weekdays>): string {
  if (!period.value) return `(days ${period.missing})`;
  return period.value.length === DAYS.length ? "every day" : period.value.map((day) => DAYS[day - 1]).join(", ");
}

function retentionOf(view: View<Policy>): Retention {
  const days = view.stated("keepDays");
  if (days.value === 0) {
    const none = { least: 0, most: 0 };
    return { words: "off: nothing new is kept", days: stated(none), points: stated(none) };
  }
  return {
    words: days.value === undefined ? `(days ${days.missing})` : `${days.value} days`,
    days: follows(days, (value) => stated({ least: value, most: value })),
    points: follows(days, (value) => follows(view.stated("period"), (period) => stated(daysWithin(period, value)))),
  };
}

function policyRemoval(view: View<Policy>, { off }: PolicyWords): Removal {
  const onDelete = onDeleteOf(view);
  const effectInWords: Record<string, string> = {
    keep: "the policy stays as it is, and goes on backing up",
    restore: "the policy that stood there before comes back",
    disable: `automated backups are turned off; ${off}`,
  };
  const effects = { keep: "keeps running", restore: "restored", disable: "disabled" } as const;
  return {
    effect: follows(onDelete, (written) => stated(effects[written as keyof typeof effects])),
    words: effectInWords[onDelete.value ?? ""] ?? `(onDelete ${onDelete.missing})`,
  };
}
