import type { Definition } from "../../../core/kind/definition";
import type { View } from "../../../core/kind/view";
import { weeklyGapHours } from "../../../plan/weekly";
import { accountOf } from "../access/account-of";
import { configuration } from "../access/configuration";
import { describePolicy } from "../describe";
import { onlinePolicy } from "../online";
import {
  importedPolicy,
  leavePolicy,
  type PolicyCalls,
  readPolicy,
  type StoredPolicy,
  takeOver,
  updatePolicy,
} from "./policy";
import { policyLosses } from "./policy-losses";
import { canBeOff, type Policy, policyFields, policyRules } from "./policy-schema";

/** Returns the definition of the automated policy of an instance. */
export function policyDefinition(kind: string, calls: PolicyCalls): Definition<Policy> {
  const { limits } = calls;
  const off = canBeOff(limits);
  return {
    kind,
    fields: policyFields(limits),
    rules: off ? policyRules(limits) : [],
    thing: {
      noun: () => `${calls.service.namespace} policy of instance`,
      id: ({ instanceId }) => instanceId,
      argument: "instanceId",
      endpoint: `${calls.service.namespace}:endpoint`,
    },
    onDelete: off ? ["keep", "restore", "disable"] : ["keep", "restore"],
    idArguments: ["instanceId"],
    triggers: false,
    losses: policyLosses(calls.words),
    lossKinds: off ? ["shorter-retention", "less-frequent", "disable"] : ["shorter-retention", "less-frequent"],
    online: onlinePolicy(calls),
    keys: [`${calls.service.namespace}:endpoint`],
    configured: (settings) => configuration(calls.service, settings),
    ...accountOf(calls.service),
    summary,
    describe: (view) => describePolicy(calls, view),
    isUnfinished: (stored) => stored.state === "unknown",
    replacedBy: (_stored, _args, changed) => changed.filter((name) => name === "instanceId"),
    takesOver: ({ instanceId }, stored) =>
      stored?.instanceId === instanceId ? undefined : "the policy that its instance has",
    goesWithState,
    restores,
    create: (context, args) => takeOver(context, calls, args),
    read: (context, id, stored) => readPolicy(context, calls, id, stored),
    imported: (context, id) => importedPolicy(context, calls, id),
    update: (context, change) => updatePolicy(context, calls, change),
    delete: (context, _id, stored) => leavePolicy(context, calls, stored as StoredPolicy),
  };
}

/** Returns a sentence on the original policy, which only this state has, for when another resource keeps the policy. */
function goesWithState(stored: Policy): string | undefined {
  const previous = restores(stored);
  if (previous === undefined) return undefined;
  return (
    `onDelete "restore" now means that policy. The state no longer has the one before, which was ${previous}: ` +
    "write it down, or declare it before the resource is deleted"
  );
}

function restores(stored: Policy): string | undefined {
  const { onDelete, previousPolicy } = stored as StoredPolicy;
  if (onDelete !== "restore" || !previousPolicy) return undefined;
  return previousPolicy.keepDays === 0 ? "off" : JSON.stringify(previousPolicy);
}

const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

function summary(view: View<Policy>): string {
  return `${what(view)}; takes over the policy there; ${afterDelete(view)}`;
}

function what(view: View<Policy>): string {
  const instance = `instance ${view.text("instanceId")}`;
  if (view.known("keepDays") === 0) {
    const resume = view.absent("period") || view.absent("startTime") ? "" : `; at resume ${days(view)}`;
    return `Automated backups of ${instance} OFF${resume}`;
  }
  const period = view.known("period");
  const gap = period === undefined ? "" : `, gap ≤ ${weeklyGapHours(period)} h`;
  return `${days(view)} UTC${gap}: ${instance}; kept ${view.text("keepDays")} days`;
}

function days(view: View<Policy>): string {
  const period = view.known("period");
  const words =
    period === undefined
      ? view.text("period")
      : period.length === 7
        ? "daily"
        : period.map((day) => DAYS[day - 1]).join(",");
  return `${words} ${view.text("startTime")}`;
}

function afterDelete(view: View<Policy>): string {
  return view.afterDelete({ restore: "delete restores that", disable: "delete turns it off" }, "delete keeps it");
}
