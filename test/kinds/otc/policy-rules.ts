import { backupPolicy as dds } from "../../../provider/services/dds/policy";
import { backupPolicy as geminidb } from "../../../provider/services/geminidb/policy";
import type { Args, Rules } from "../case";
import { instances, type Otc } from "../instances";
import { accepted, type Cases, meansTheSame, ours, refused, required, together, unknownNames } from "../rules";

/** Where the services' documents differ. */
interface Limits {
  keepDays: number;
  minutes: string[];
  otherMinutes: string[];
}

const ALL = [1, 2, 3, 4, 5, 6, 7];
const OFF: Args = { keepDays: 0, startTime: undefined, period: undefined };
const INSTANCE = "must be the id of an instance";
const PERIOD = "must be a list of days of the week";
const WINDOW = "must be one hour in UTC, hh:mm-HH:MM";
const NO_WINDOWS = ["", "01:00", "1:00-2:00", "01:00-03:00", "02:00-01:00", "24:00-01:00", "01:60-02:60", 5, {}];

const keepDays = (most: number, least = "0 (off)"): Cases => ({
  broken: [
    ...required("keepDays", `must be a whole number from ${least} to ${most}`),
    ...refused(
      "keepDays",
      [-1, most + 1, 7.5, "7.5", "-1", "", "seven", true, []],
      `must be a whole number from ${least} to ${most}`,
    ),
  ],
  twins: [
    ...accepted("keepDays", [7, most]),
    { what: 'keepDays "7"', with: { keepDays: "7" }, becomes: { keepDays: 7 } },
  ],
});

const windows = ({ minutes, otherMinutes }: Limits): Cases => {
  const at = (minute: string) => `09:${minute}-10:${minute}`;
  const wrong = [...NO_WINDOWS, ...otherMinutes.map(at), "01:00-02:15", "01:00-02:00 "];
  return {
    broken: refused("startTime", wrong, WINDOW),
    twins: accepted("startTime", ["00:00-01:00", "23:00-00:00", ...minutes.map(at)]),
  };
};

const periods: Cases = {
  broken: [
    ...refused("period", [[], "1,2,3", 1, {}], PERIOD),
    ...[0, 8, 1.5, "one", "8"].map((day) => ({
      what: `a day ${JSON.stringify(day)}`,
      property: "period.1",
      with: { period: [1, day] },
      says: PERIOD,
    })),
  ],
  twins: [
    { what: "days in any order, and twice", with: { period: [7, 1, 3, 1] }, becomes: { period: [1, 3, 7] } },
    { what: "newcomer 8: days as digits", with: { period: ["1", "3"] }, becomes: { period: [1, 3] } },
  ],
};

/** keepDays decides about the others. */
const decided: Cases = {
  broken: [
    ...["startTime", "period"].map((property) => ({
      what: "left out while keepDays is above 0",
      property,
      with: { [property]: undefined },
      says: "is required when keepDays is above 0",
      hangsOn: ["keepDays"],
    })),
    ...[1, 6].map((days) => ({
      what: `six days while keepDays is ${days}`,
      property: "period",
      with: { keepDays: days, period: [1, 2, 3, 4, 5, 6] },
      says: "must be all seven days",
      hangsOn: ["keepDays"],
    })),
  ],
  twins: [
    ...[1, 6].map((days) => ({ what: `keepDays ${days} and all days`, with: { keepDays: days, period: ALL } })),
    { what: "keepDays 0 alone", with: OFF, becomes: { keepDays: 0 } },
    { what: "consent 19: keepDays 0 beside a time and days", with: { keepDays: 0 } },
    { what: "keepDays 7 and one day", with: { keepDays: 7, period: [7] } },
  ],
};

/** Rules of what every policy has: its instance, its window and its days. */
function everyPolicy(kind: string, instanceId: string, limits: Limits): Cases {
  return together(
    {
      broken: required("instanceId", INSTANCE),
      twins: [
        ...accepted("instanceId", [instanceId]),
        meansTheSame("instanceId", instanceId, instanceId.toUpperCase()),
      ],
    },
    { broken: refused("instanceId", ["", "a/b", 5], INSTANCE), twins: [] },
    windows(limits),
    periods,
    unknownNames(kind, [
      ["keep_days", "keepDays"],
      ["periods", "period"],
    ]),
  );
}

function rulesOf(kind: string, fields: Rules["fields"], instanceId: string, limits: Limits): Rules {
  const valid: Args = { instanceId, keepDays: 14, startTime: "01:00-02:00", period: ALL };
  return {
    fields,
    valid,
    minimal: { instanceId, keepDays: 0 },
    full: { ...valid, onDelete: "restore", allow: { disable: "keepDays 0" } },
    ...together(
      everyPolicy(kind, instanceId, limits),
      keepDays(limits.keepDays),
      decided,
      ours("disable", "keepDays 0", ["keep", "restore", "disable"]),
    ),
  };
}

/** Returns the rules of a policy that cannot be turned off. */
export function rulesOfLasting(kind: string, fields: Rules["fields"], instanceId: string, limits: Limits): Rules {
  const valid: Args = { instanceId, keepDays: 14, startTime: "01:00-02:00", period: ALL };
  return {
    fields,
    valid,
    minimal: valid,
    full: { ...valid, onDelete: "restore", allow: { "shorter-retention": "14 days" } },
    ...together(
      everyPolicy(kind, instanceId, limits),
      keepDays(limits.keepDays, "1"),
      {
        broken: [
          ...refused("keepDays", [0, "0"], "must be a whole number from 1"),
          ...required("startTime", WINDOW),
          ...required("period", PERIOD),
        ],
        twins: [{ what: "one day of retention and one day of the week", with: { keepDays: 1, period: [7] } }],
      },
      ours("shorter-retention", "14 days", ["keep", "restore"]),
    ),
  };
}

export const policyRules: Record<Otc, Rules> = {
  dds: rulesOf("dds:BackupPolicy", dds.fields, instances.dds[0], {
    keepDays: 732,
    minutes: ["00"],
    otherMinutes: ["15", "30", "45", "01"],
  }),
  geminidb: rulesOf("geminidb:BackupPolicy", geminidb.fields, instances.geminidb[0], {
    keepDays: 35,
    minutes: ["00", "15", "30", "45"],
    otherMinutes: ["01", "10", "59"],
  }),
};
