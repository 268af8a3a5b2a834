import { DateTime } from "luxon";
import type { Args } from "../case";
import { shopPlan } from "../example-shop";
import type { Harmless, Losing, LossCase } from "../losses";

const plan: Args = { ...shopPlan };

const wasabi: Args = { provider: "wasabi", cloudStorageProviderId: 10 };
const deleting: Args = { onDelete: "delete" };
const files = "files of application 4246";
const database = "database 4223 of application 4246";

const PASSED = "2021-01-01 10:00";
const hoursFromNow = (hours: number) => DateTime.utc().plus({ hours }).toFormat("yyyy-MM-dd HH:mm");
const LATER = hoursFromNow(25);

/** The old plan is deleted, so that nothing backs up its target any more. */
const NARROWER: [what: string, change: Args, property: string, value: string][] = [
  ["application to filesystem (onDelete delete: no plan keeps running)", { type: "filesystem" }, "type", database],
  ["application to database", { type: "database" }, "type", files],
  ["another database", { databaseId: 4224 }, "databaseId", database],
  ["another server", { server: 16, retentionPeriod: "24 Months" }, "server", `${files}, ${database}`],
];

const losses: LossCase[] = [
  {
    kind: "shorter-retention",
    what: '"12 Months" to "6 Months"',
    with: { retentionPeriod: "6 Months" },
    property: "retentionPeriod",
    value: "6 Months",
    says: ["12 Months => 6 Months", "not documented"],
  },
  {
    kind: "shorter-retention",
    what: '"12 Months" to none',
    stored: wasabi,
    with: { retentionPeriod: undefined },
    property: "retentionPeriod",
    value: "not set",
    says: ["12 Months => not set", "not documented"],
  },
  {
    kind: "less-frequent",
    what: '"Every Day" to "Every 2 Days"',
    with: { schedule: "Every 2 Days" },
    property: "schedule",
    value: "Every 2 Days",
    says: ["longest gap 24 h => 48 h"],
  },
  {
    kind: "less-frequent",
    what: '"Twice a Month" to "Every Month"',
    stored: { schedule: "Twice a Month" },
    with: { schedule: "Every Month" },
    property: "schedule",
    value: "Every Month",
    says: ["about 17 days => 31 days"],
  },
  {
    kind: "less-frequent",
    what: "a plan that runs, put off",
    with: { startBackup: "2099-12-01 10:00" },
    property: "startBackup",
    value: "Every Day from 2099-12-01 10:00",
    says: ["nothing runs from now (", "until 2099-12-01 10:00 by the server's clock", "days", "at most 24 h"],
  },
  {
    kind: "less-frequent",
    what: "a plan that runs, put off by a little more than its gap",
    with: { startBackup: LATER },
    property: "startBackup",
    value: `Every Day from ${LATER}`,
    says: ["nothing runs from now (", `until ${LATER} by the server's clock`, "at most 24 h"],
  },
  {
    kind: "less-frequent",
    what: "a first run that is still to come, put off",
    stored: { startBackup: "2098-12-01 10:00" },
    with: { startBackup: "2099-12-01 10:00" },
    property: "startBackup",
    value: "Every Day from 2099-12-01 10:00",
    says: [
      "nothing runs from 2098-12-01 10:00 until 2099-12-01 10:00 by the server's clock",
      "365 days",
      "at most 24 h",
    ],
  },
  {
    kind: "less-frequent",
    what: '"Every Day" to "Every 2 Days", and put off',
    with: { schedule: "Every 2 Days", startBackup: "2099-12-01 10:00" },
    property: "schedule",
    value: "Every 2 Days from 2099-12-01 10:00",
    says: ["longest gap 24 h => 48 h", "nothing runs from now ("],
  },
  {
    kind: "less-frequent",
    what: "put off, though it runs more often then",
    with: { schedule: "Every Hour", startBackup: "2099-12-01 10:00" },
    property: "startBackup",
    value: "Every Hour from 2099-12-01 10:00",
    says: ["nothing runs from now (", "at most 24 h"],
  },
  ...NARROWER.map(
    ([what, change, property, value]): LossCase => ({
      ...{ kind: "narrower-scope", what, property, value, says: ["no longer backed up"] },
      ...{ stored: deleting, with: change },
    }),
  ),
  {
    kind: "change-destination",
    what: "another storage",
    with: { cloudStorageProviderId: 13 },
    property: "cloudStorageProviderId",
    value: "serveravatar 13",
    says: ["serveravatar 12 => serveravatar 13", "stays there"],
  },
  {
    kind: "change-destination",
    what: "another provider",
    with: wasabi,
    property: "provider",
    value: "wasabi 10",
    says: ["serveravatar 12 => wasabi 10"],
  },
  ...[{ organization: 6 }, { server: 16 }, { applicationId: 4247, startBackup: "2099-12-01 10:00" }].map((moved) => ({
    kind: "leave-running",
    what: `another ${Object.keys(moved)[0]}`,
    with: moved,
    property: Object.keys(moved)[0]!,
    value: "application 4246 on server 15",
    says: ["keeps running", "may cost money", "documents no call that deletes a plan"],
  })),
];

const harmless: Harmless[] = [
  { what: "no edit", with: {} },
  { what: "a longer retention", with: { retentionPeriod: "24 Months" } },
  {
    what: "a retention where none was",
    stored: { ...wasabi, retentionPeriod: undefined },
    with: { retentionPeriod: "1 Month" },
  },
  { what: "a schedule that runs more often", with: { schedule: "Every Hour" } },
  {
    what: '"Every Month" to "Twice a Month"',
    stored: { schedule: "Every Month" },
    with: { schedule: "Twice a Month" },
  },
  { what: "another extension", with: { applicationExtension: ".tar", databaseExtension: ".sql" } },
  { what: "a next run within its gap", with: { startBackup: hoursFromNow(23) } },
  {
    what: "a first run that is still to come, put off by its gap",
    stored: { startBackup: "2098-12-01 10:00" },
    with: { startBackup: "2098-12-02 10:00" },
  },
  {
    what: "a first run that comes earlier",
    stored: { startBackup: "2099-12-01 10:00" },
    with: { startBackup: "2098-12-01 10:00" },
  },
  {
    what: "a first run that was put off already",
    stored: { startBackup: "2099-12-01 10:00" },
    with: { retentionPeriod: "24 Months" },
  },
  {
    what: "a start that has passed, taken out",
    stored: { startBackup: PASSED },
    with: { startBackup: undefined },
  },
  {
    what: "a schedule that runs more often, from a day within the gap of the old one",
    stored: { schedule: "Every Week" },
    with: { schedule: "Every Day", startBackup: hoursFromNow(6 * 24) },
  },
  { what: "another way of writing", with: { organization: "5", automaticBackup: 1, cloudStorageProviderId: "12" } },
  { what: "what delete does", with: deleting },
  { what: "an adoption that is no longer written", stored: { adopt: "21" }, with: { adopt: undefined } },
];

export const planLosses: Losing = { stored: plan, losses, harmless };
