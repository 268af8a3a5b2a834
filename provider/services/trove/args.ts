import type * as pulumi from "@pulumi/pulumi";
import type {
  AdoptArgs,
  Among,
  CommonArgs,
  ListOf,
  NoOthers,
  RecoveryPointArgs,
  RuledOut,
  Word,
} from "../../program/args";

export interface BackupArgs extends CommonArgs, AdoptArgs, RecoveryPointArgs {
  /**
   * UUID of the database instance.
   * @throws at `up`: 404 when there is none; 422 while it is not ACTIVE or HEALTHY; that it is built, restarted, resized or backed up is waited for
   */
  instance: pulumi.Input<string>;
  /**
   * At most 64 characters (`backup-plans:troveNameLimit`, up to 255), an ASCII letter or digit among them, and no line break.
   * Left out: generated from the resource's name, within that limit (9 or more) and 64, so that an interrupted run is found again.
   */
  name?: pulumi.Input<string>;
  /** 1 to 255 characters, an ASCII letter or digit among them, and no line break. Left out: none. */
  description?: pulumi.Input<string>;
  /**
   * UUID of the backup that this one continues: `full.id`. Left out: a full backup, unless `incremental` is true.
   * @throws at `up`, before a backup is made: when it does not exist, failed, is of another instance, or is one that a
   * schedule of Rackspace's made and deletes
   */
  parentId?: pulumi.Input<string>;
  /**
   * True: incremental on the newest complete backup of the instance, full if there is none. Left out or false: full. Not
   * beside `parentId`. Refused where Rackspace is configured.
   * @see OpenStack Trove's request schema, recorded from Trove 26.0.0
   */
  incremental?: pulumi.Input<boolean | 0 | 1>;
  /**
   * Container of the object storage: 1 to 255 letters, digits and `_ @ % + = : , . / -`, a letter or digit among them.
   * Left out: that of the backup strategy of the instance, else of the project, else the one that Trove is configured
   * with. Trove does not tell it back, so drift of it does not show. Refused where Rackspace is configured.
   * @see OpenStack Trove's guide "Backup and restore", and its request schema
   */
  swiftContainer?: pulumi.Input<string>;
  /**
   * The driver that stores the backup: `swift` is object storage, `cinder` a snapshot of the data disk in the same storage
   * system. Left out: the one that Trove is configured with. Trove 26.0.0 does not tell it back, so drift of it does not
   * show; where a Trove does, `adopt` compares it. Refused where Rackspace is configured.
   * @see OpenStack Trove's guide "Run Trove in production"; Trove older than 23 takes none
   */
  storageDriver?: pulumi.Input<string>;
  /**
   * The effect that leaving the stack has on a complete backup. Left out: `keep`. An incomplete one is always removed.
   */
  onDelete?: Word<"keep" | "delete">;
}

/** parentId decides about incremental. */
type IncrementalOf<A> = A extends { parentId: string } ? { incremental?: RuledOut<"parentId"> } : unknown;

export type BackupChoice<A> = IncrementalOf<A> &
  ListOf<A> &
  Among<A, "onDelete", "keep" | "delete"> &
  NoOthers<A, BackupArgs>;
