import type { Definition } from "../../core/kind/definition";
import { text } from "../../core/kind/fields";
import { recoveryPointLifecycle } from "../../core/recovery-points/recovery-point";
import { configuration, KEYS, organizationOf } from "./configuration";
import { describePlan } from "./describe";
import { onlinePlan } from "./online/online";
import { createPlan } from "./plan/create";
import { nounOf } from "./plan/find-plan";
import { planLosses } from "./plan/losses";
import { deletePlan, readPlan, updatePlan } from "./plan/plan";
import { type StoredPlan, soughtBy } from "./plan/plan-state";
import { planWork } from "./plan/second-plan";
import { ENDPOINT, instantBackups, RUN } from "./runs/instant";
import { instantName } from "./runs/instant-name";
import { ID, type Plan, planDoubts, planFields, planRules, TARGET } from "./schema";
import { planSummary } from "./summary";

const instant = recoveryPointLifecycle({ noun: RUN, endpoint: ENDPOINT, source: TARGET }, instantBackups);

const scheduled: typeof instant = {
  thing: {
    noun: nounOf,
    id: (stored) => (stored as StoredPlan).planId,
    argument: "adopt",
    endpoint: ENDPOINT,
    seeks: (stored) => soughtBy(stored),
  },
  isUnfinished: (stored) => (stored as StoredPlan).state === "unknown",
  replacedBy: (_stored, _plan, changed) => changed.filter((name) => (TARGET as readonly string[]).includes(name)),
  create: createPlan,
  read: readPlan,
  update: updatePlan,
  delete: (context, _id, stored, succession) => deletePlan(context, stored, succession),
};

/** With automaticBackup false the vendor makes one instant backup. */
const of = (plan: Plan) => (plan.automaticBackup ? scheduled : instant);

export const backupPlan: Definition<Plan> = {
  kind: "serveravatar:BackupPlan",
  fields: planFields,
  rules: planRules,
  doubts: planDoubts,
  derived: {
    startBackupFromNow: (plan) => plan.startBackup === undefined,
    name: (plan, identity) => (plan.automaticBackup ? undefined : instantName(plan, identity)),
  },
  onDelete: ["keep", "delete"],
  idArguments: ["adopt"],
  adopt: text("must be the vendor's id of a plan, or of a backup where automaticBackup is false: digits", ID),
  triggers: false,
  losses: planLosses,
  takesOver: ({ automaticBackup, adopt }, stored) =>
    automaticBackup && adopt !== undefined && stored === undefined ? `plan ${adopt}` : undefined,
  work: planWork,
  lossKinds: [
    "shorter-retention",
    "less-frequent",
    "narrower-scope",
    "change-destination",
    "leave-running",
    "second-plan",
    "overwrite-unseen",
    "replace-recovery-point",
  ],
  online: onlinePlan,
  keys: KEYS,
  configured: configuration,
  account: organizationOf,
  summary: planSummary,
  describe: describePlan,
  thing: {
    noun: (plan) => of(plan).thing.noun(plan),
    id: (stored) => of(stored).thing.id(stored),
    seeks: (stored) => of(stored).thing.seeks?.(stored),
    argument: "adopt",
    endpoint: ENDPOINT,
  },
  isUnfinished: (stored) => of(stored).isUnfinished(stored),
  isToBeRedone: (stored) => of(stored).isToBeRedone?.(stored) ?? false,
  replacedBy: (stored, plan, changed) => of(stored).replacedBy(stored, plan, changed),
  replacementLosses: (id, stored, plan) => of(stored).replacementLosses?.(id, stored, plan) ?? [],
  create: (context, plan) => of(plan).create(context, plan),
  read: (context, id, stored) => of(stored).read(context, id, stored),
  update: (context, change) => of(change.args).update(context, change),
  delete: (context, id, stored, succession) => of(stored).delete(context, id, stored, succession),
};
