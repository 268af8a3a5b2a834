/** The meanings of a service's error codes, which count before the HTTP status, and of the states of its instances. */
export interface Meanings {
  /** Codes: the instance is busy, and nothing was done. */
  busy: ReadonlySet<string>;
  /** Codes: the instance is perhaps busy; other refusals have these codes, too. */
  perhapsBusy: ReadonlySet<string>;
  /** Codes: the whole service is busy. */
  systemBusy: ReadonlySet<string>;
  backupGone: ReadonlySet<string>;
  /** Codes: the instance is gone, and its policy with it. */
  instanceGone: ReadonlySet<string>;
  /** The statuses of an instance that can be backed up. */
  ready: string;
  /** The actions and states of an instance that end by themselves, in capital letters. */
  passing: readonly string[];
  /** The actions and states that do not end until a person repairs the instance, in capital letters. */
  endless: readonly string[];
}

/**
 * DDS and GeminiDB, by their pages "Error Codes" and "Querying Instances and Details". 00010009 and 239037 are on neither
 * page: published clients retry after them. Running actions stand in `actions`, not in the status.
 */
export const ddsAndGeminidb: Meanings = {
  busy: new Set([
    "DBS.200019",
    "DBS.201015",
    "DBS.201014",
    "DBS.200011",
    "DBS.200018",
    "DBS.200076",
    "DBS.201000",
    "DBS.200047",
    "DBS.201202",
    "DBS.00010009",
    "DBS.239037",
    "DBS.201319",
  ]),
  // "The current status or operation does not allow this".
  perhapsBusy: new Set(["DBS.280042"]),
  systemBusy: new Set(["DBS.200998", "DBS.280005"]),
  backupGone: new Set(["DBS.201214", "DBS.201204", "DBS.201212", "DBS.280124"]),
  instanceGone: new Set(["DBS.200002", "DBS.280110", "DBS.201501", "DBS.201502", "DBS.216016", "DBS.201028"]),
  ready: "normal",
  passing: [],
  endless: ["FROZEN", "RESTORE_FAILED_HANGUP", "DELETE_INSTANCE"],
};
