import { DateTime } from "luxon";
import { surelyChanged } from "../../core/ground/unknowns";
import type { Arguments, Rule } from "../../core/kind/definition";
import { dateAndTime, flag, oneOf, text, timeIn, wholeNumber } from "../../core/kind/fields";
import { APPLICATION_EXTENSIONS, DATABASE_EXTENSIONS, PROVIDERS, RETENTION_PERIODS, SCHEDULES, TYPES } from "./words";

/** The id of a plan or a run, as the pages show it. */
export const ID = /^[1-9]\d{0,15}$/;

/** Rules and words: the vendor's page "Create" (api-docs/endpoint/backup/create). Rules of ours are marked so. */
export const planFields = {
  organization: wholeNumber(),
  server: wholeNumber(),
  type: oneOf(TYPES),
  applicationId: wholeNumber(),
  databaseId: wholeNumber().optional(),
  provider: oneOf(PROVIDERS),
  cloudStorageProviderId: wholeNumber(),
  automaticBackup: flag(),
  name: text("must be text that is not empty", /\S/).optional(),
  schedule: oneOf(SCHEDULES).optional(),
  retentionPeriod: oneOf(RETENTION_PERIODS).optional(),
  startBackupFromNow: flag().optional(),
  startBackup: dateAndTime().optional(),
  applicationExtension: oneOf(APPLICATION_EXTENSIONS).optional(),
  databaseExtension: oneOf(DATABASE_EXTENSIONS).optional(),
};

export type Plan = Arguments<typeof planFields>;

/** One instant backup: the same page, with `automatic_backup` false. */
export const { automaticBackup: _always, schedule: _none, ...instantFields } = planFields;

const oneOfWords = (words: readonly string[]) => `one of ${words.map((word) => `"${word}"`).join(", ")}`;

/** The rules that a plan and an instant backup have in common. */
export const commonRules: readonly Rule<Plan>[] = [
  [
    "retentionPeriod",
    (a) =>
      a.provider === "serveravatar" &&
      a.retentionPeriod === undefined &&
      `is required when provider is "serveravatar": ${oneOfWords(RETENTION_PERIODS)}`,
  ],
  [
    "startBackup",
    (a) =>
      a.startBackupFromNow === false &&
      a.startBackup === undefined &&
      "is required when startBackupFromNow is false: YYYY-MM-DD HH:MM",
  ],
  [
    "startBackup",
    // Our rule: the page does not say which of the two would hold.
    (a) =>
      a.startBackupFromNow === true &&
      a.startBackup !== undefined &&
      "cannot stand beside startBackupFromNow true; leave one of them out",
  ],
  ["startBackup", (a, stored, { now }) => hasPassed(a.startBackup, now) && startHasPassed(a, stored)],
  [
    "applicationExtension",
    (a) =>
      a.type !== "database" &&
      a.applicationExtension === undefined &&
      `is required when type is "${a.type}": ${oneOfWords(APPLICATION_EXTENSIONS)}`,
  ],
  [
    "databaseExtension",
    (a) =>
      a.type !== "filesystem" &&
      a.databaseExtension === undefined &&
      `is required when type is "${a.type}": ${oneOfWords(DATABASE_EXTENSIONS)}`,
  ],
];

export const planRules: readonly Rule<Plan>[] = [
  [
    "automaticBackup",
    (a, stored) =>
      stored !== undefined &&
      a.automaticBackup !== stored.automaticBackup &&
      "of a stored plan cannot change: false does not pause a plan, it means one instant backup. Declare that as " +
        "serveravatar.Backup under a name of its own",
  ],
  [
    "schedule",
    (a) =>
      a.automaticBackup &&
      a.schedule === undefined &&
      `is required when automaticBackup is true: ${oneOfWords(SCHEDULES)}`,
  ],
  [
    "schedule",
    // Our rule: the page does not refuse it.
    (a) =>
      !a.automaticBackup &&
      a.schedule !== undefined &&
      "is not allowed when automaticBackup is false: it would never run",
  ],
  ["name", (a) => a.automaticBackup && a.name !== undefined && "is for instant backups, with automaticBackup false"],
  ...commonRules,
];

/** Warnings for arguments that the type does not use. Most often another type was meant. */
export const unusedArguments: readonly Rule<Plan>[] = [
  ["databaseId", (a) => a.type === "filesystem" && a.databaseId !== undefined && NO_DATABASE],
  ["databaseExtension", (a) => a.type === "filesystem" && a.databaseExtension !== undefined && NO_DATABASE],
  [
    "applicationExtension",
    (a) =>
      a.type === "database" &&
      a.applicationExtension !== undefined &&
      'is not used with type "database", which backs up no files: for both write type "application", else leave it out',
  ],
];

const NO_DATABASE =
  'is not used with type "filesystem", which backs up no database: for both write type "application", else leave it out';

export const planDoubts: readonly Rule<Plan>[] = [
  ...unusedArguments,
  [
    "startBackupFromNow",
    (a, stored) =>
      stored !== undefined &&
      a.automaticBackup &&
      a.startBackupFromNow === true &&
      surelyChanged(a, stored, EDITED).length > 0 &&
      "goes with this edit, too, and says that the plan starts now. Whether a run then starts, or later runs move to another " +
        "hour, is not documented. To keep the hour, write the next run as startBackup",
  ],
];

/** The arguments of a plan that an edit changes in place. */
const EDITED = [
  ...["schedule", "retentionPeriod", "provider", "cloudStorageProviderId"],
  ...["applicationExtension", "databaseExtension"],
] as (keyof Plan)[];

/** The arguments that make up the target. A change of any of them makes another plan. */
export const TARGET = ["organization", "server", "type", "applicationId", "databaseId"] as const;

/** Returns whether a start has passed in every time zone. The page names none; UTC-12 is the last one. */
function hasPassed(start: string | undefined, now: Date): boolean {
  if (start === undefined) return false;
  return timeIn(start, "UTC-12") < DateTime.fromJSDate(now);
}

function startHasPassed(a: Plan, stored: Plan | undefined): string | undefined {
  const again = "write a startBackup that is still to come, or startBackupFromNow: true";
  if (stored === undefined) {
    return `has passed in every time zone; ${again}. (A stored plan with a passed start cannot be replaced without that)`;
  }
  if (a.startBackup !== stored.startBackup) return `has passed in every time zone; ${again}`;
  const replaced = surelyChanged(a, stored, TARGET);
  return replaced.length === 0
    ? undefined
    : `has passed, and the change of ${replaced.join(", ")} makes a new plan, which cannot start in the past; ${again}`;
}
