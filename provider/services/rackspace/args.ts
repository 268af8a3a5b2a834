import type { Input } from "@pulumi/pulumi";
import type { AdoptArgs, Among, CommonArgs, NoOthers, Word } from "../../program/args";

export interface BackupScheduleArgs extends CommonArgs, AdoptArgs {
  /**
   * UUID of the database instance, or of the HA group, that is backed up: it has one schedule at most.
   * @throws at `up`, before anything is made: when it has a schedule already, and `adopt` does not name it
   */
  sourceId: Input<string>;
  /** The type of the source. Left out: `instance`. */
  sourceType?: Word<"instance" | "ha">;
  /**
   * The day of the full backup, 0 (Sunday) to 6 (Saturday), with incremental ones on the other days; 7: a full backup every
   * day.
   */
  dayOfWeek: Input<number | string>;
  /** The hour of the day, 0 (midnight) to 23, UTC. */
  hour: Input<number | string>;
  /** The minute of the hour, 0 to 59. */
  minute: Input<number | string>;
  /** How many full automated backups are kept, a whole number above 0. Left out: 2. */
  fullBackupRetention?: Input<number | string>;
  /**
   * The regions to which each completed backup is copied: `DFW`, `IAD`, `ORD`, `HKG`, `SYD`. Left out: none. Rackspace has no
   * call that changes it, so a change deletes the schedule and makes another one in its place.
   */
  copyTo?: Input<Input<string>[]>;
  /** The effect that leaving the stack has. Left out: `keep`, and the schedule goes on. */
  onDelete?: Word<"keep" | "delete">;
}

export type ScheduleChoice<A> = Among<A, "sourceType", "instance" | "ha"> &
  Among<A, "onDelete", "keep" | "delete"> &
  NoOthers<A, BackupScheduleArgs>;
