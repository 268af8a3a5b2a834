import type { Meanings } from "../otc/access/meanings";

/** By the pages "Error Codes" and "Querying DB Instances" of the API reference. */
export const meanings: Meanings = {
  busy: new Set([
    "DBS.200011",
    "DBS.200019",
    "DBS.200047",
    "DBS.200086",
    "DBS.201014",
    "DBS.201202",
    "DBS.201205",
    "DBS.212006",
  ]),
  // "Invalid operation."
  perhapsBusy: new Set(["DBS.200402"]),
  // Its page has none.
  systemBusy: new Set(),
  // DBS.280214 is an invalid retention to DDS.
  backupGone: new Set(["DBS.201010", "DBS.201203", "DBS.280214"]),
  instanceGone: new Set([
    "DBS.200002",
    "DBS.200045",
    "DBS.200408",
    "DBS.200602",
    "DBS.201028",
    "DBS.290005",
    "DBS.290011",
  ]),
  ready: "ACTIVE",
  passing: [
    "BUILD",
    "MODIFYING",
    "REBOOTING",
    "RESTORING",
    "MODIFYING INSTANCE TYPE",
    "SWITCHOVER",
    "MIGRATING",
    "BACKING UP",
    "MODIFYING DATABASE PORT",
  ],
  endless: ["CREATE FAIL", "FAILED", "FROZEN", "SHUTDOWN", "STORAGE FULL"],
};
