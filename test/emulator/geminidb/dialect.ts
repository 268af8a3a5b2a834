import type { Dialect } from "../otc/dialect";

export const dialect: Dialect = {
  name: "geminidb",
  portOffset: 3,
  idSuffix: "06",
  datastore: "cassandra",
  engine: "rocksDB",
  catalog: { type: "geminidb", name: "geminidb", path: (projectId) => `/v3/${projectId}` },
  ready: "normal",
  backupTypes: ["Auto", "Manual"],
  keepDays: [0, 35],
  everyDayBelow: 7,
  offStopsRunning: true,
  onRunsAtOnce: false,
  minutes: { otc: ["00", "15", "30", "45"], huawei: ["00", "30"] },
  // not on the vendor's page: the name of a deletion's job.
  jobNames: { backup: "BackupInstance", deletion: "DeleteBackup" },
  keepDaysCode: "DBS.201106",
  windowCode: "DBS.280216",
  missingPeriodCode: "DBS.201101",
  wrongPeriodCode: "DBS.280215",
  shortPeriodCode: "DBS.280251",
  automatedCode: "DBS.280042",
  // not on the vendor's page: the code for another project than the caller's; "Permission denied" is taken.
  foreignCode: "DBS.280032",
  notAllowedStatus: 400,
  invalidTokenStatus: 403,
  systemBusyStatus: 500,
};
