import { instantFields, planFields } from "../../../provider/services/serveravatar/schema";
import type { Args, Broken, Rules } from "../case";
import {
  accepted,
  adopt,
  type Cases,
  flag,
  keepLast,
  ours,
  refused,
  together,
  triggers,
  unknownNames,
  wholeNumber,
  words,
} from "../rules";
import { backup, FUTURE, least, PROVIDERS, RETENTIONS, SCHEDULES, TYPES } from "./args";
import { automatic, NAME } from "./automatic";
import { starts } from "./starts";

/** `type` and `provider` decide what else is required. */
const decided: Cases = {
  broken: [
    {
      what: 'left out beside provider "serveravatar"',
      property: "retentionPeriod",
      with: { retentionPeriod: undefined },
      says: /is required when provider is "serveravatar": one of "1 Month".*"24 Months"/,
      hangsOn: ["provider"],
    },
    ...["application", "filesystem"].map((type) => ({
      what: `left out beside type "${type}"`,
      property: "applicationExtension",
      with: { type, applicationExtension: undefined },
      says: `is required when type is "${type}": one of ".tar", ".tar.gz"`,
      hangsOn: ["type"],
    })),
    ...["application", "database"].map((type) => ({
      what: `left out beside type "${type}"`,
      property: "databaseExtension",
      with: { type, databaseExtension: undefined },
      says: `is required when type is "${type}": one of ".sql", ".sql.gz"`,
      hangsOn: ["type"],
    })),
  ],
  twins: [
    ...PROVIDERS.filter((provider) => provider !== "serveravatar").map((provider) => ({
      what: `no retentionPeriod beside provider "${provider}"`,
      with: { provider, retentionPeriod: undefined },
    })),
    { what: 'a retentionPeriod beside provider "wasabi"', with: { provider: "wasabi", retentionPeriod: "1 Month" } },
    { what: "files alone", with: { type: "filesystem", databaseExtension: undefined, databaseId: undefined } },
    { what: "a database alone", with: { type: "database", applicationExtension: undefined } },
    {
      what: "a database that is not named",
      with: { type: "database", applicationExtension: undefined, databaseId: undefined },
    },
    {
      what: "extensions where none is required",
      with: { type: "filesystem", databaseExtension: ".sql" },
      becomes: { databaseExtension: ".sql" },
    },
  ],
};

const shared = [
  ...["organization", "server", "applicationId", "cloudStorageProviderId"].map((id) => wholeNumber(id, true)),
  wholeNumber("databaseId", false),
  words("type", TYPES, "files", "filesystem"),
  words("provider", PROVIDERS, "Wasabi", "wasabi"),
  words("retentionPeriod", RETENTIONS, "1 month", "1 Month"),
  words("applicationExtension", [".tar", ".tar.gz"], "tar.gz", ".tar.gz"),
  words("databaseExtension", [".sql", ".sql.gz"], "sql.gz", ".sql.gz"),
  flag("startBackupFromNow"),
  starts,
  decided,
  adopt,
];
const leftOut: Broken[] = ["type", "provider"].map((property) => ({
  what: "left out",
  property,
  with: { [property]: undefined },
  says: "is required and must be",
}));

const plan = together(
  ...shared,
  { broken: leftOut, twins: [] },
  words("schedule", SCHEDULES, "Every 2 Day", "Every 2 Days"),
  flag("automaticBackup"),
  automatic,
  unknownNames("serveravatar:BackupPlan", [
    ["shedule", "schedule"],
    ["retention_period", "retentionPeriod"],
    ["adopted", "adopt"],
  ]),
  ours("shorter-retention", "1 Month"),
);

const instant = together(
  ...shared,
  { broken: [...leftOut, ...refused("name", ["", "  ", 5], NAME)], twins: accepted("name", ["b", "Ümlaut & more"]) },
  unknownNames("serveravatar:Backup", [["trigger", "triggers"], ["automaticBackup"], ["databaseid", "databaseId"]]),
  triggers,
  keepLast,
  ours("replace-recovery-point", "5001"),
);

const whole: Args = {
  ...backup,
  startBackupFromNow: false,
  startBackup: FUTURE,
  onDelete: "delete",
  adopt: "77",
};

export const planRules: Rules = {
  fields: planFields,
  valid: { ...backup, automaticBackup: true, schedule: "Every Day" },
  minimal: { ...least, automaticBackup: true, schedule: "Every Hour" },
  full: { ...whole, automaticBackup: true, schedule: "Every Day", allow: { "shorter-retention": "1 Month" } },
  ...plan,
};

export const instantRules: Rules = {
  fields: instantFields,
  valid: backup,
  minimal: least,
  full: { ...whole, name: "before-upgrade", triggers: ["v1", { deep: [1] }], allow: { "replace-recovery-point": "1" } },
  ...instant,
};
