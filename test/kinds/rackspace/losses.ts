import { instances } from "../instances";
import type { Losing } from "../losses";

const [one, two] = instances.trove;

export const scheduleLosses: Losing = {
  stored: {
    sourceId: one,
    sourceType: "instance",
    dayOfWeek: 0,
    hour: 14,
    minute: 30,
    fullBackupRetention: 5,
    copyTo: ["DFW", "ORD"],
  },
  losses: [
    {
      kind: "shorter-retention",
      what: "5 full backups to 4",
      with: { fullBackupRetention: 4 },
      property: "fullBackupRetention",
      value: "4 weekly full backups",
      says: ["5 weekly full backups => 4 weekly full backups", "about 35 => 28 days", "assume that Rackspace deletes"],
    },
    {
      kind: "shorter-retention",
      what: "the usual retention in place of more",
      with: { fullBackupRetention: undefined },
      property: "fullBackupRetention",
      value: "2 weekly full backups",
      says: ["about 35 => 14 days"],
    },
    {
      kind: "shorter-retention",
      what: "as many full backups, a day apart",
      with: { dayOfWeek: 7 },
      property: "dayOfWeek",
      value: "5 daily full backups",
      says: ["5 weekly full backups => 5 daily full backups", "about 35 => 5 days"],
    },
    {
      kind: "less-frequent",
      what: "a full backup a week in place of one a day",
      stored: { dayOfWeek: 7 },
      with: { dayOfWeek: 6 },
      property: "dayOfWeek",
      value: "dayOfWeek 6",
      says: ["a full backup every day => on Saturday alone", "every 24 h => every 7 days"],
    },
    {
      kind: "change-destination",
      what: "a copy less",
      with: { copyTo: ["DFW"] },
      property: "copyTo",
      value: "DFW",
      says: ["DFW, ORD => DFW", "copied to ORD no more"],
    },
    {
      kind: "change-destination",
      what: "no copies",
      with: { copyTo: undefined },
      property: "copyTo",
      value: "no copies",
      says: ["DFW, ORD => no copies"],
    },
    {
      kind: "leave-running",
      what: "another source",
      with: { sourceId: two },
      property: "sourceId",
      value: `instance ${one}`,
      says: ["keeps running, unmanaged"],
    },
    {
      kind: "narrower-scope",
      what: "another source, where the schedule is deleted",
      stored: { onDelete: "delete" },
      with: { sourceId: two },
      property: "sourceId",
      value: `instance ${one}`,
      says: ["deletes the schedule of"],
    },
  ],
  harmless: [
    { what: "no edit", with: {} },
    { what: "more full backups", with: { fullBackupRetention: 6 } },
    { what: "another day, hour and minute", with: { dayOfWeek: 3, hour: 0, minute: 59 } },
    { what: "one more copy", with: { copyTo: ["DFW", "IAD", "ORD"] } },
    { what: "the same copies in another order", with: { copyTo: ["ORD", "DFW"] } },
    { what: "a full backup a day, seven times as many", with: { dayOfWeek: 7, fullBackupRetention: 35 } },
    {
      what: "the usual retention, no longer written",
      stored: { fullBackupRetention: 2 },
      with: { fullBackupRetention: undefined },
    },
    { what: "what delete does", with: { onDelete: "delete" } },
  ],
};
