import type { Flavour } from "./settings";

/** In what the two services differ, beside their routes and rows. */
export interface Dialect {
  readonly name: "dds" | "geminidb";
  readonly portOffset: number;
  /** The last two digits of its ids. */
  readonly idSuffix: string;
  readonly datastore: string;
  readonly maxKeepDays: number;
  /** Minutes at which a backup window may start. */
  readonly minutes: Record<Flavour, readonly string[]>;
  readonly jobNames: { readonly backup: string; readonly deletion: string };
  readonly keepDaysCode: "DBS.280214" | "DBS.201106";
  readonly missingPeriodCode: "DBS.280215" | "DBS.201101";
  /** Of a period of fewer than seven days with keep_days 1 to 6. */
  readonly shortPeriodCode: "DBS.280215" | "DBS.280251";
  /** Of the deletion of an automated backup while the policy is on. */
  readonly automatedCode: "DBS.200004" | "DBS.280042";
  /** Of DBS.280042: what the current status does not allow. */
  readonly notAllowedStatus: 400 | 403;
  /** Of DBS.280056 "Invalid token." */
  readonly invalidTokenStatus: number;
  /** Of DBS.200998 "The system is busy." */
  readonly systemBusyStatus: number;
}
