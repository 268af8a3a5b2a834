import * as backup from "pulumi-backup-plans";

/** Rackspace keeps one schedule for each instance: one that stands there already is taken over by `adopt`. */
const nightly = new backup.rackspace.BackupSchedule("orders-nightly", {
  sourceId: "44b277eb-39be-4921-be31-3d61b43651d7",
  dayOfWeek: 0,
  hour: 4,
  minute: 30,
  fullBackupRetention: 4,
});

export const summary = nightly.summary;
export const nextRun = nightly.nextRun;
