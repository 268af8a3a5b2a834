import type { Dialect } from "../otc/dialect";

const BUSY = "Another operation is being performed on the DB instance or the DB instance is faulty.";
const STATUS = "This operation is not allowed by the DB instance status.";

export const dialect: Dialect = {
  name: "rds",
  portOffset: 6,
  idSuffix: "01",
  datastore: "MySQL",
  engine: "",
  catalog: { type: "rdsv3", name: "rdsv3", path: (projectId) => `/v3/${projectId}` },
  ready: "ACTIVE",
  backupTypes: ["auto", "manual", "fragment", "incremental"],
  keepDays: [1, 732],
  everyDayBelow: 0,
  offStopsRunning: false,
  onRunsAtOnce: false,
  minutes: { otc: ["00", "15", "30", "45"], huawei: ["00", "15", "30", "45"] },
  // not on the vendor's page: these jobs; no answer has their ids.
  jobNames: { backup: "CreateManualBackup", deletion: "DeleteManualBackup" },
  keepDaysCode: "DBS.280250",
  windowCode: "DBS.201103",
  missingPeriodCode: "DBS.201101",
  wrongPeriodCode: "DBS.201101",
  shortPeriodCode: "DBS.201101",
  // not on the vendor's page: the code for an automated backup, which cannot be deleted by hand.
  automatedCode: "DBS.200004",
  // not on the vendor's page: the code for another project than the caller's; this one is taken.
  foreignCode: "DBS.280015",
  notAllowedStatus: 400,
  invalidTokenStatus: 403,
  systemBusyStatus: 500,
  ownErrors: {
    "DBS.200004": [400, "Parameter error."],
    "DBS.200011": [409, BUSY],
    "DBS.200019": [409, BUSY],
    "DBS.200047": [409, BUSY],
    "DBS.201014": [400, STATUS],
    "DBS.201101": [400, "Invalid backup cycle."],
    "DBS.201201": [409, "The object already exists."],
    "DBS.201202": [409, BUSY],
    "DBS.280214": [400, "The backup does not exist."],
    "DBS.280277": [400, "Invalid object name."],
    "DBS.280404": [400, "Invalid DB instance ID or node ID format."],
  },
};
