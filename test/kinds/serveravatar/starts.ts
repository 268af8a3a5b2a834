import { type Cases, refused } from "../rules";
import { FUTURE, PASSED, start } from "./args";

const DATE = "must be YYYY-MM-DD HH:MM, a day and a time that the calendar has";
const NO_DATES = [
  ...["", "tomorrow", "2031-03-01", "2031-03-01 9:00", "2031-3-1 09:00", "2031-03-01T09:00", "2031-03-01 09:00:00"],
  ...["2031-13-01 09:00", "2031-02-30 09:00", "2031-02-29 09:00", "2031-03-01 25:00", "2031-03-01 09:60"],
  ...[" 2031-03-01 09:00", "2031-03-01 09:00 UTC", 20310301, true, {}],
];

/** When the first run is. */
export const starts: Cases = {
  broken: [
    ...refused("startBackup", NO_DATES, DATE),
    ...[false, 0].map((later) => ({
      what: `left out beside startBackupFromNow ${later}`,
      property: "startBackup",
      with: { startBackupFromNow: later, startBackup: undefined },
      says: "is required when startBackupFromNow is false",
      hangsOn: ["startBackupFromNow"],
    })),
    ...[true, 1].map((now) => ({
      what: `a time beside startBackupFromNow ${now}`,
      property: "startBackup",
      with: { startBackupFromNow: now, startBackup: FUTURE },
      says: "cannot stand beside startBackupFromNow true",
      hangsOn: ["startBackupFromNow"],
    })),
    {
      what: "a time that has passed even in UTC-12",
      property: "startBackup",
      with: { startBackup: PASSED },
      says: /has passed in every time zone; write a startBackup that is still to come/,
    },
    {
      what: "another time that has passed, in place of the stored one",
      property: "startBackup",
      with: { startBackup: PASSED },
      stored: { startBackup: "2020-01-01 10:00" },
      says: "has passed in every time zone",
    },
  ],
  twins: [
    // Time enough for the tests that come before.
    { what: "a start that has not passed in UTC-12", with: { startBackup: start(60) } },
    { what: "29 February of a leap year", with: { startBackup: "2032-02-29 23:59" } },
    { what: "a start beside startBackupFromNow false", with: { startBackupFromNow: false, startBackup: FUTURE } },
    { what: "startBackup null beside startBackupFromNow true", with: { startBackupFromNow: true, startBackup: null } },
    { what: "a start alone", with: { startBackup: FUTURE }, becomes: { startBackupFromNow: false } },
    { what: "no start at all", with: {}, becomes: { startBackupFromNow: true, startBackup: undefined } },
    { what: "startBackupFromNow 1", with: { startBackupFromNow: 1 }, becomes: { startBackupFromNow: true } },
    {
      what: "startBackupFromNow 0",
      with: { startBackupFromNow: 0, startBackup: FUTURE },
      becomes: { startBackupFromNow: false },
    },
    { what: "a stored start that has passed", with: { startBackup: PASSED }, stored: { startBackup: PASSED } },
  ],
};
