import type * as pulumi from "@pulumi/pulumi";
import { type BackupResource, resourceClass } from "../../core/resource";
import type { BackupArgs, BackupChoice } from "./args";

export type { BackupArgs } from "./args";

/** A recovery point of an OpenStack Trove or Rackspace Cloud Databases instance. Nothing of it can be changed. */
export interface Backup extends BackupResource {
  /** The vendor's id of the backup: the parent of an incremental one. */
  readonly backupId: pulumi.Output<string | undefined>;
  /** Where it is kept. */
  readonly locationRef: pulumi.Output<string | undefined>;
  readonly datastore: pulumi.Output<{ type?: string; version?: string } | undefined>;
  /** The parent that it has: the one named, or the one that Trove chose. */
  readonly resolvedParentId: pulumi.Output<string | undefined>;
}

interface BackupConstructor {
  new <const A extends BackupArgs>(
    name: string,
    args: A & BackupChoice<A>,
    opts?: pulumi.CustomResourceOptions,
  ): Backup;
}

export const Backup = resourceClass<BackupConstructor>("trove:Backup", [
  "backupId",
  "locationRef",
  "datastore",
  "resolvedParentId",
]);
