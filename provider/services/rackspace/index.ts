import type * as pulumi from "@pulumi/pulumi";
import { type BackupResource, resourceClass } from "../../program/resource";
import type { BackupScheduleArgs, ScheduleChoice } from "./args";

export type { BackupScheduleArgs } from "./args";

/**
 * The schedule of one instance, or HA group, of Rackspace Cloud Databases: a full backup once a week with incremental ones
 * between, or one every day. A source has one schedule at most; one that stands there is taken over by `adopt`. Its days, hour
 * and retention are updated in place, and a change outside the program shows as drift. OpenStack's Trove has no schedules.
 * @example
 * import * as backup from "pulumi-backup-plans";
 *
 * new backup.rackspace.BackupSchedule("orders-nightly", {
 *   sourceId: "44b277eb-39be-4921-be31-3d61b43651d7",
 *   dayOfWeek: 0,
 *   hour: 4,
 *   minute: 30,
 *   fullBackupRetention: 4,
 * });
 * @see [Rackspace Cloud Databases: Create scheduled backup](https://docs.rackspace.com/docs/cloud-databases)
 */
export interface BackupSchedule extends BackupResource {
  /** The vendor's id of the schedule. */
  readonly scheduleId: pulumi.Output<string | undefined>;
  /** The start of the next run, as Rackspace tells it: ISO 8601, UTC. */
  readonly nextRun: pulumi.Output<string | undefined>;
  /** The start of the last run, as Rackspace tells it: ISO 8601, UTC; nothing before the first. */
  readonly lastScheduled: pulumi.Output<string | undefined>;
}

interface BackupScheduleConstructor {
  new <const A extends BackupScheduleArgs>(
    name: string,
    args: A & ScheduleChoice<A>,
    opts?: pulumi.CustomResourceOptions,
  ): BackupSchedule;
}

export const BackupSchedule = resourceClass<BackupScheduleConstructor>("rackspace:BackupSchedule", [
  "scheduleId",
  "nextRun",
  "lastScheduled",
]);
