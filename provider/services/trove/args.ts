import type * as pulumi from "@pulumi/pulumi";
import type { AdoptArgs, Among, CommonArgs, NoOthers, RecoveryPointArgs, RuledOut, Word } from "../../program/args";

export interface BackupArgs extends CommonArgs, AdoptArgs, RecoveryPointArgs {
  /**
   * UUID of the database instance.
   * @throws at `up`: 404 when there is none; 422 while it is not ACTIVE or HEALTHY; that it is built, restarted, resized or backed up is waited for
   */
  instance: pulumi.Input<string>;
  /**
   * At most 64 characters (`backup-plans:troveNameLimit`, up to 255), an ASCII letter or digit among them. Left out:
   * generated from the resource's name, within that limit (9 or more) and 64, so that an interrupted run is found again.
   */
  name?: pulumi.Input<string>;
  /** 1 to 255 characters, an ASCII letter or digit among them. Left out: none. */
  description?: pulumi.Input<string>;
  /**
   * UUID of the backup that this one continues: `full.id`. Left out: a full backup, unless `incremental` is true.
   * @throws at `up`, before a backup is made: when it does not exist, failed, or is of another instance
   */
  parentId?: pulumi.Input<string>;
  /**
   * True: incremental on the newest complete backup of the instance, full if there is none. Left out or false: full. Not
   * beside `parentId`.
   * @see OpenStack Trove's request schema, recorded from Trove 26.0.0
   */
  incremental?: pulumi.Input<boolean | 0 | 1>;
  /**
   * Container of the object storage. Left out: the one that Trove is configured with. Trove does not tell it back, so
   * drift of it does not show.
   * @see OpenStack Trove's request schema, recorded from Trove 26.0.0
   */
  swiftContainer?: pulumi.Input<string>;
  /**
   * The driver that stores the backup, such as `swift` or `cinder`. Left out: the one that Trove is configured with.
   * Trove does not tell it back, so drift of it does not show.
   * @see OpenStack Trove 26.0.0; older than Trove 23 take none
   */
  storageDriver?: pulumi.Input<string>;
  /** What leaving the stack does with a complete backup. Left out: `keep`. An incomplete one is always removed. */
  onDelete?: Word<"keep" | "delete">;
}

/** parentId decides about incremental. */
type IncrementalOf<A> = A extends { parentId: string } ? { incremental?: RuledOut<"parentId"> } : unknown;

export type BackupChoice<A> = IncrementalOf<A> & Among<A, "onDelete", "keep" | "delete"> & NoOthers<A, BackupArgs>;
