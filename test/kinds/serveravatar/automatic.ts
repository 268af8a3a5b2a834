import { type Cases, refused } from "../rules";
import { PASSED } from "./args";

export const NAME = "must be text that is not empty";

/** The rules that automaticBackup decides. */
export const automatic: Cases = {
  broken: [
    { what: "left out", property: "automaticBackup", with: { automaticBackup: undefined }, says: "is required" },
    ...[true, 1].map((yes) => ({
      what: `left out beside automaticBackup ${yes}`,
      property: "schedule",
      with: { automaticBackup: yes, schedule: undefined },
      says: /is required when automaticBackup is true: one of "Every Hour".*"Every Year"/,
      hangsOn: ["automaticBackup"],
    })),
    ...[false, 0].map((no) => ({
      what: `"Every Day" beside automaticBackup ${no}`,
      property: "schedule",
      with: { automaticBackup: no },
      says: "is not allowed when automaticBackup is false: it would never run",
      hangsOn: ["automaticBackup"],
    })),
    {
      what: "a name beside automaticBackup true",
      property: "name",
      with: { name: "before-upgrade" },
      says: "is for instant backups, with automaticBackup false",
      hangsOn: ["automaticBackup"],
    },
    ...refused("name", ["", "  ", 5], NAME),
    {
      what: "false, of a stored plan",
      property: "automaticBackup",
      with: { automaticBackup: false, schedule: undefined },
      stored: {},
      says: /cannot change: false does not pause a plan, it means one instant backup/,
    },
    {
      what: "true, of a stored instant backup",
      property: "automaticBackup",
      with: {},
      stored: { automaticBackup: false, schedule: undefined },
      says: "cannot change",
    },
    {
      what: "a start that has passed, of a plan that is replaced",
      property: "startBackup",
      with: {
        startBackup: PASSED,
        applicationId: 4247,
        allow: { "leave-running": "application 4246 on server 15" },
      },
      stored: { startBackup: PASSED },
      says: /has passed, and the change of applicationId makes a new plan/,
      hangsOn: ["applicationId"],
    },
  ],
  twins: [
    { what: "automaticBackup 1", with: { automaticBackup: 1 }, becomes: { automaticBackup: true } },
    {
      what: "automaticBackup 0 without a schedule",
      with: { automaticBackup: 0, schedule: undefined },
      becomes: { automaticBackup: false, schedule: undefined },
    },
    { what: "an instant backup with a name", with: { automaticBackup: false, schedule: undefined, name: "now" } },
    { what: "a stored plan as it is", with: {}, stored: {} },
  ],
};
