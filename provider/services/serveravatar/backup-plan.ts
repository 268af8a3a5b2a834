import type { Definition } from "../../core/definition";
import { createPlan } from "./create-plan";
import { createInstant, deleteInstant, finishInstant, readInstant } from "./instant";
import { instantName } from "./instant-name";
import { planLosses } from "./losses";
import { deletePlan, readPlan, updatePlan } from "./plan";
import { isInstantFailed, isInstantUnfinished, replacedInstant } from "./replacement";
import { type Plan, planFields, planRules, TARGET } from "./schema";
import { planSummary } from "./summary";

/** A scheduled plan, or, with automaticBackup false, one instant backup. */
export const backupPlan: Definition<Plan> = {
  kind: "serveravatar:BackupPlan",
  fields: planFields,
  rules: planRules,
  derived: {
    startBackupFromNow: (plan) => plan.startBackup === undefined,
    name: (plan, identity) => (plan.automaticBackup ? undefined : instantName(plan, identity)),
  },
  onDelete: ["keep", "delete"],
  adoptable: true,
  triggers: false,
  losses: planLosses,
  lossKinds: [
    "shorter-retention",
    "less-frequent",
    "narrower-scope",
    "change-destination",
    "leave-running",
    "replace-recovery-point",
  ],
  summary: planSummary,
  vendorId: (stored) => (stored as { planId?: string }).planId,
  lacksId: (stored) => stored.automaticBackup && stored.planId === undefined,
  isUnfinished: (stored) => (stored.automaticBackup ? stored.state === "unknown" : isInstantUnfinished(stored)),
  isToBeRedone: (stored) => !stored.automaticBackup && isInstantFailed(stored),
  replacedBy: (stored, _plan, changed) =>
    stored.automaticBackup ? changed.filter((name) => (TARGET as readonly string[]).includes(name)) : vendors(changed),
  replacementLosses: (id, stored) => (stored.automaticBackup ? [] : replacedInstant(id, stored)),
  create: (context, plan) => (plan.automaticBackup ? createPlan(context, plan) : createInstant(context, plan)),
  read: (context, id, stored) =>
    stored.automaticBackup ? readPlan(context, id, stored) : readInstant(context, id, stored),
  update: (context, change) =>
    change.args.automaticBackup ? updatePlan(context, change) : finishInstant(context, change.id, change.stored),
  delete: (context, _id, stored) =>
    stored.automaticBackup ? deletePlan(context, stored) : deleteInstant(context, stored),
};

/** An instant backup cannot be changed: whatever ServerAvatar was asked for makes a new one. */
export function vendors(changed: readonly string[]): string[] {
  return changed.filter((name) => !["onDelete", "allow", "adopt"].includes(name));
}
