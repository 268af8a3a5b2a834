import { IANAZone } from "luxon";
import { z } from "zod";
import type { World } from "../core/service";
import { commonSettings } from "../core/settings";
import type { Store } from "./store";

const failures = z
  .strictObject({
    /** Runs that end with `failedWord`. */
    run: z.int().min(0).default(0),
    /** Creations answered 500 "Something went really wrong!", not processed. */
    create: z.int().min(0).default(0),
    /** Updates answered 500 "Something went wrong.", not processed. */
    update: z.int().min(0).default(0),
    /** Deletions answered 500 "Backup deletion process is failed!", not processed. */
    destroy: z.int().min(0).default(0),
  })
  .prefault({});

export const settings = z.strictObject({
  ...commonSettings,
  failNext: failures,
  /** Not documented: what `DELETE …/servers/{server}/backups/{id}` does. */
  undocumentedDelete: z.enum(["not-found", "method-not-allowed", "works"]).default("method-not-allowed"),
  /** The only documented status is "Completed". */
  runningWord: z.string().default("In Progress"),
  failedWord: z.string().default("Failed"),
  /** Not documented: whether the list of backups has the runs of plans, or instant ones only. */
  showScheduledRuns: z.boolean().default(true),
  /** Not documented: whether a row exists before the run is over. */
  showUnfinishedInstant: z.boolean().default(true),
  showUnfinishedScheduled: z.boolean().default(true),
  /** Not documented: the order of the list of backups. */
  runOrder: z.enum(["newest", "oldest"]).default("newest"),
  /** Not documented: whether a plan keeps a `name` that is "only for an instant backup". */
  keepPlanName: z.boolean().default(false),
  /** Not documented: what an update with `automatic_backup` false does. */
  updateWithoutAutomatic: z.enum(["disable", "instant-backup", "ignore"]).default("disable"),
  /** Not documented: whether an update with `start_backup_from_now` runs a backup at once, as a creation does. */
  updateRunsNow: z.boolean().default(true),
  /** Instant backups are refused for want of disk space. */
  diskFull: z.boolean().default(false),
  /** Servers whose `agent_status` is "0": the agent is not connected. */
  disconnectedServers: z.array(z.int()).default([]),
  /** Not documented: the zone of `start_backup`; calendar steps of a schedule are taken in it, too. */
  timezone: z
    .string()
    .refine((zone) => IANAZone.isValidZone(zone), "not an IANA time zone")
    .default("UTC"),
});

export type SaWorld = World<Store, z.infer<typeof settings>>;
