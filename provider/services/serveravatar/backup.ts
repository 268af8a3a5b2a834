import type { Definition } from "../../core/kind/definition";
import { text } from "../../core/kind/fields";
import { recoveryPointKind } from "../../core/recovery-points/recovery-point";
import { configuration, KEYS, organizationOf } from "./configuration";
import { describeInstant } from "./describe";
import { onlineInstant } from "./online/online";
import { ENDPOINT, instantBackups, RUN } from "./runs/instant";
import { instantName } from "./runs/instant-name";
import { commonRules, ID, instantFields, type Plan, TARGET, unusedArguments } from "./schema";
import { instantSummary } from "./summary";

/**
 * One instant backup: the page "Create" with `automatic_backup` false. Its arguments are those of a plan without
 * `automaticBackup`, which then counts as false, and without `schedule`.
 */
export const backup: Definition<Plan> = {
  ...recoveryPointKind({ noun: RUN, endpoint: ENDPOINT, source: TARGET }, instantBackups),
  kind: "serveravatar:Backup",
  fields: instantFields,
  adopt: text("must be the vendor's id of a backup: digits", ID),
  rules: commonRules,
  doubts: unusedArguments,
  derived: { startBackupFromNow: (args) => args.startBackup === undefined, name: instantName },
  online: onlineInstant,
  keys: KEYS,
  configured: configuration,
  account: organizationOf,
  summary: instantSummary,
  describe: describeInstant,
};
