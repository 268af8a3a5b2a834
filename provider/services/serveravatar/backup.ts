import type { Arguments, Definition, Rule } from "../../core/kind/definition";
import { text } from "../../core/kind/fields";
import { recoveryPointKind } from "../../core/recovery-points/recovery-point";
import type { RecoveryPoints } from "../../core/recovery-points/recovery-points";
import { configuration, KEYS } from "./configuration";
import { describeInstant } from "./describe";
import { onlineInstant } from "./online/online";
import { ENDPOINT, instantBackups, RUN } from "./runs/instant";
import { instantName } from "./runs/instant-name";
import { commonRules, ID, instantFields, TARGET, unusedArguments } from "./schema";
import { instantSummary } from "./summary";

type Instant = Arguments<typeof instantFields>;

/** The fields of a plan. For ServerAvatar an instant backup is a plan with `automatic_backup` false. */
const instants = instantBackups as unknown as (
  ...args: Parameters<typeof instantBackups>
) => RecoveryPoints<Instant, unknown>;

/** One instant backup: the page "Create" with `automatic_backup` false. */
export const backup: Definition<Instant> = {
  ...recoveryPointKind({ noun: RUN, endpoint: ENDPOINT, source: TARGET }, instants),
  kind: "serveravatar:Backup",
  fields: instantFields,
  adopt: text("must be the vendor's id of a backup: digits", ID),
  rules: commonRules as unknown as readonly Rule<Instant>[],
  doubts: unusedArguments as unknown as readonly Rule<Instant>[],
  derived: { startBackupFromNow: (args) => args.startBackup === undefined, name: instantName },
  online: onlineInstant,
  keys: KEYS,
  configured: configuration,
  account: async (_context, { organization }) => [`organization ${organization}`],
  summary: (view) => instantSummary(view as never),
  describe: (view) => describeInstant(view as never),
};
