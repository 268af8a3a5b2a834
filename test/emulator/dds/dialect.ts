import type { Dialect } from "../otc/dialect";

export const dialect: Dialect = {
  name: "dds",
  portOffset: 2,
  idSuffix: "02",
  datastore: "DDS-Community",
  maxKeepDays: 732,
  minutes: { otc: ["00"], huawei: ["00", "15", "30", "45"] },
  // not on the vendor's page: these names; those of other tasks look like this.
  jobNames: { backup: "Backup_MongoDB", deletion: "Delete_Backup_MongoDB" },
  keepDaysCode: "DBS.280214",
  missingPeriodCode: "DBS.280215",
  shortPeriodCode: "DBS.280215",
  automatedCode: "DBS.200004",
  notAllowedStatus: 403,
  invalidTokenStatus: 401,
  systemBusyStatus: 400,
};
