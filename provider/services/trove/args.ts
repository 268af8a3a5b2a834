import type * as pulumi from "@pulumi/pulumi";
import type { AdoptArgs, Among, CommonArgs, NoOthers, RecoveryPointArgs, Word } from "../../core/args";

/** Source: Rackspace's page "Create backup"; incremental, swiftContainer, storageDriver: OpenStack Trove. */
export interface BackupArgs extends CommonArgs, AdoptArgs, RecoveryPointArgs {
  /** UUID of the database instance. */
  instance: pulumi.Input<string>;
  /**
   * At most 64 characters (`backup-plans:troveNameLimit`, up to 255), a letter or digit among them. Left out: generated
   * from the resource's name.
   */
  name?: pulumi.Input<string>;
  /** At most 255 characters, not empty. */
  description?: pulumi.Input<string>;
  /** UUID of the backup that this one continues: `full.id`. Left out: a full backup. */
  parentId?: pulumi.Input<string>;
  /** True: incremental on the newest complete backup of the instance, full if there is none. Not beside `parentId`. */
  incremental?: pulumi.Input<boolean | 0 | 1>;
  /** Container of the object storage. Cannot be read back. */
  swiftContainer?: pulumi.Input<string>;
  /** Cannot be read back. */
  storageDriver?: pulumi.Input<string>;
  /** What leaving the stack does with a complete backup. Left out: `keep`. An incomplete one is always removed. */
  onDelete?: Word<"keep" | "delete">;
}

/** parentId decides about incremental. */
type IncrementalOf<A> = A extends { parentId: string } ? { incremental?: undefined } : unknown;

export type BackupChoice<A> = IncrementalOf<A> & Among<A, "onDelete", "keep" | "delete"> & NoOthers<A, BackupArgs>;
