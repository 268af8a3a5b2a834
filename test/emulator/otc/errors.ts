import { Refusal } from "../core/refusal";

/** Status and words of the "Error Codes" pages; where the services differ, the service gives its own. */
const errors = {
  "DBS.200001": [400, "Parameter error."],
  "DBS.200002": [404, "The DB instance does not exist."],
  "DBS.200004": [400, "Operation is illegal."],
  "DBS.200011": [403, "This instance status makes it not be allowed to do this operation now."],
  "DBS.200018": [403, "This instance's status or its node's status makes it not be allowed to do this operation now."],
  "DBS.200019": [403, "Another operation is being performed on the DB instance or the DB instance is faulty."],
  "DBS.200047": [400, "Operation cannot be executed in current state of the DB instance or node."],
  "DBS.200076": [403, "Operation cannot be executed in current state of the DB instance."],
  // "Error Codes" of RDS, a sister service; not on the pages of DDS and GeminiDB.
  "DBS.200543": [400, "The job does not exist."],
  "DBS.200086": [400, "This operation is not allowed by the DB instance status."],
  "DBS.200998": [400, "The system is busy. Try again later."],
  "DBS.201000": [403, "The status of DB instance does not allow the operation."],
  "DBS.201010": [404, "The backup information does not exist."],
  "DBS.201014": [403, "Operation cannot be executed in current state of the DB instance."],
  "DBS.201015": [
    403,
    "This operation cannot be performed because another operation is being performed on the DB instance or the DB instance is faulty. Try again later.",
  ],
  "DBS.201101": [400, "Invalid backup period."],
  "DBS.201103": [400, "Invalid backup start time."],
  "DBS.201106": [400, "Invalid retention period."],
  "DBS.201201": [400, "The backup already exists."],
  "DBS.201202": [400, "Operation cannot be executed in current state of the DB instance."],
  "DBS.201203": [400, "The backup file does not exist."],
  "DBS.201204": [400, "Operation cannot be executed in current state of the DB instance."],
  "DBS.201205": [409, "Backup is in progress, please wait."],
  "DBS.201212": [400, "Backup ID is illegal."],
  "DBS.201214": [400, "The backup file does not exist."],
  "DBS.201319": [
    400,
    "Deleting backup file is not allowed because a restoration task is currently in progress. Please wait.",
  ],
  "DBS.212006": [409, "Another operation is being performed on the DB instance or the DB instance is faulty."],
  "DBS.280005": [500, "Server error. Try again later."],
  "DBS.280015": [403, "Resource not found or permission denied."],
  "DBS.280032": [
    403,
    "You do not have permission to perform this operation. Contact the administrator to obtain permission.",
  ],
  "DBS.280040": [400, "Parameter is null."],
  "DBS.280042": [400, "Invalid request."],
  "DBS.280056": [401, "Invalid token."],
  "DBS.280067": [400, "Invalid start time."],
  "DBS.280068": [400, "Invalid end time."],
  "DBS.280124": [400, "Invalid backup."],
  "DBS.280127": [400, "Invalid backup description."],
  "DBS.280128": [400, "The database name does not exist."],
  "DBS.280214": [400, "Invalid retention period."],
  "DBS.280215": [400, "Invalid backup cycle."],
  "DBS.280216": [400, "Invalid backup start time."],
  "DBS.280250": [400, "Invalid backup retention days."],
  "DBS.280251": [400, "Invalid backup period."],
  "DBS.280277": [400, "Invalid backup name."],
  "DBS.280347": [400, "Unsupported database type."],
  "DBS.280404": [400, "Invalid DB instance ID."],
  "DBS.280439": [400, "Invalid limit."],
  "DBS.280440": [400, "Invalid offset."],
  "DBS.280443": [429, "The maximum number of connections has been reached."],
} as const satisfies Record<string, readonly [status: number, message: string]>;

export type ErrorCode = keyof typeof errors;

export const dbsError = (code: ErrorCode) => ({ error_code: code, error_msg: errors[code][1] });

export const statusOf = (code: ErrorCode): number => errors[code][0];

/** To be thrown. */
export function refusal(code: ErrorCode, status: number = statusOf(code)): Refusal {
  return new Refusal(status, dbsError(code));
}
