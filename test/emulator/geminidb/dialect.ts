import type { Dialect } from "../otc/dialect";

export const dialect: Dialect = {
  name: "geminidb",
  portOffset: 3,
  idSuffix: "06",
  datastore: "cassandra",
  maxKeepDays: 35,
  minutes: { otc: ["00", "15", "30", "45"], huawei: ["00", "30"] },
  // not on the vendor's page: the name of a deletion's job.
  jobNames: { backup: "BackupInstance", deletion: "DeleteBackup" },
  keepDaysCode: "DBS.201106",
  missingPeriodCode: "DBS.201101",
  shortPeriodCode: "DBS.280251",
  automatedCode: "DBS.280042",
  notAllowedStatus: 400,
  invalidTokenStatus: 403,
  systemBusyStatus: 500,
};
