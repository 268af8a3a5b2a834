import type { CatalogEntry } from "../core/service";
import type { ErrorCode } from "./errors";
import type { Flavour } from "./settings";

/** In what the services differ, beside their routes and rows. */
export interface Dialect {
  readonly name: string;
  readonly portOffset: number;
  /** The last two digits of its ids. */
  readonly idSuffix: string;
  readonly datastore: string;
  readonly engine: string;
  /** Its type and name in a catalog. */
  readonly catalog: CatalogEntry;
  /** The status of an instance that nothing is wrong with. */
  readonly ready: string;
  /** The words of `backup_type`. */
  readonly backupTypes: readonly string[];
  readonly keepDays: readonly [least: number, most: number];
  /** Fewer days than these want a backup on every day. */
  readonly everyDayBelow: number;
  /** Whether an automated backup that runs ends as the policy is turned off. */
  readonly offStopsRunning: boolean;
  /** Whether a policy that is turned on takes a backup at once. */
  readonly onRunsAtOnce: boolean;
  /** Minutes at which a backup window may start. */
  readonly minutes: Record<Flavour, readonly string[]>;
  readonly jobNames: { readonly backup: string; readonly deletion: string };
  readonly keepDaysCode: ErrorCode;
  readonly windowCode: ErrorCode;
  readonly missingPeriodCode: ErrorCode;
  readonly wrongPeriodCode: ErrorCode;
  /** The code for a period of fewer than seven days with keep_days 1 to 6. */
  readonly shortPeriodCode: ErrorCode;
  /** The code for the deletion of an automated backup while the policy is on. */
  readonly automatedCode: ErrorCode;
  /** The code for another project than the caller's. */
  readonly foreignCode: ErrorCode;
  /** Codes whose status and words are others on this service's page "Error Codes". */
  readonly ownErrors?: Partial<Record<ErrorCode, readonly [status: number, message: string]>>;
  /** The status of DBS.280042: what the current status does not allow. */
  readonly notAllowedStatus: 400 | 403;
  /** The status of DBS.280056 "Invalid token." */
  readonly invalidTokenStatus: number;
  /** The status of DBS.200998 "The system is busy." */
  readonly systemBusyStatus: number;
}
