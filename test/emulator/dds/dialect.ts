import type { Dialect } from "../otc/dialect";

export const dialect: Dialect = {
  name: "dds",
  portOffset: 2,
  idSuffix: "02",
  datastore: "DDS-Community",
  engine: "wiredTiger",
  catalog: { type: "ddsv3", name: "ddsv3", path: (projectId) => `/v3/${projectId}` },
  ready: "normal",
  backupTypes: ["Auto", "Manual"],
  keepDays: [0, 732],
  everyDayBelow: 7,
  offStopsRunning: false,
  onRunsAtOnce: true,
  minutes: { otc: ["00"], huawei: ["00", "15", "30", "45"] },
  // not on the vendor's page: these names; those of other tasks look like this.
  jobNames: { backup: "Backup_MongoDB", deletion: "Delete_Backup_MongoDB" },
  keepDaysCode: "DBS.280214",
  windowCode: "DBS.280216",
  missingPeriodCode: "DBS.280215",
  wrongPeriodCode: "DBS.280215",
  shortPeriodCode: "DBS.280215",
  automatedCode: "DBS.200004",
  // not on the vendor's page: the code for another project than the caller's; "Permission denied" is taken.
  foreignCode: "DBS.280032",
  notAllowedStatus: 403,
  invalidTokenStatus: 401,
  systemBusyStatus: 400,
};
