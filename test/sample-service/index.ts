import type * as pulumi from "@pulumi/pulumi";
import type { AdoptArgs, Among, CommonArgs, NoOthers, RecoveryPointArgs, Word } from "../../provider/program/args";
import { type BackupResource, resourceClass } from "../../provider/program/resource";

export interface BackupArgs extends CommonArgs, AdoptArgs, RecoveryPointArgs {
  /** Id of the volume, digits. A change takes a new backup. */
  volume: pulumi.Input<number | string>;
  /** 1 to 40 characters. Left out: generated from the resource's name. A change takes a new backup. */
  name?: pulumi.Input<string>;
  /** What leaving the stack does with a complete backup. Left out: `keep`. An incomplete one is always removed. */
  onDelete?: Word<"keep" | "delete">;
}

/**
 * A backup of one volume of the sample service.
 * @example
 * new sample.Backup("before-upgrade", { volume: 7 });
 * @see The sample service has no page: its emulator is all that there is
 */
export interface Backup extends BackupResource {
  /** The service's id of the backup. */
  readonly backupId: pulumi.Output<string | undefined>;
}

interface Constructor {
  new <const A extends BackupArgs>(
    name: string,
    args: A & Among<A, "onDelete", "keep" | "delete"> & NoOthers<A, BackupArgs>,
    opts?: pulumi.CustomResourceOptions,
  ): Backup;
}

export const Backup = resourceClass<Constructor>("sample:Backup", ["backupId"]);
