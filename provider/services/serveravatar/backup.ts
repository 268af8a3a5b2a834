import type { Arguments, Definition, Rule } from "../../core/definition";
import { vendors } from "./backup-plan";
import { createInstant, deleteInstant, finishInstant, readInstant, type StoredInstant } from "./instant";
import { instantName } from "./instant-name";
import { isInstantFailed, isInstantUnfinished, replacedInstant } from "./replacement";
import { commonRules, instantFields, type Plan } from "./schema";
import { instantSummary } from "./summary";

type Instant = Arguments<typeof instantFields>;

const asPlan = <T extends object>(args: T) => ({ ...args, automaticBackup: false as const, schedule: undefined });

/** One instant backup: the page "Create" with `automatic_backup` false. */
export const backup: Definition<Instant> = {
  kind: "serveravatar:Backup",
  fields: instantFields,
  rules: commonRules as readonly Rule<Pick<Plan, keyof Instant>>[] as readonly Rule<Instant>[],
  derived: { startBackupFromNow: (args) => args.startBackup === undefined, name: instantName },
  onDelete: ["keep", "delete"],
  adoptable: true,
  triggers: true,
  losses: [],
  lossKinds: ["replace-recovery-point"],
  summary: (view) => instantSummary(view as never),
  vendorId: (stored) => `${(stored as Partial<StoredInstant>).runId}`,
  lacksId: () => false,
  isUnfinished: isInstantUnfinished,
  isToBeRedone: isInstantFailed,
  replacedBy: (_stored, _args, changed) => vendors(changed),
  replacementLosses: replacedInstant,
  create: (context, args) => createInstant(context, asPlan(args)),
  read: (context, id, stored) => readInstant(context, id, asPlan(stored)),
  update: (context, { id, stored }) => finishInstant(context, id, asPlan(stored)),
  delete: (context, _id, stored) => deleteInstant(context, asPlan(stored)),
};
