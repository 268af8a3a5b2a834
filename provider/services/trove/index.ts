import type * as pulumi from "@pulumi/pulumi";
import type { Generation } from "../../plan/state";
import { type BackupResource, resourceClass } from "../../program/resource";
import type { BackupArgs, BackupChoice } from "./args";

export type { BackupArgs } from "./args";

/**
 * A recovery point of an OpenStack Trove or Rackspace Cloud Databases instance, full or incremental. Trove has no call that
 * changes one, so every change takes a new backup, before the old one leaves. Backups of one instance are made one after
 * the other. `pulumi up` waits until it is complete; one that failed, or is not complete in time, is stored as unfinished,
 * and the next `up` finishes or replaces it. Deleting a parent deletes the backups that continue it.
 * @example
 * import * as backup from "pulumi-backup-plans";
 *
 * const instance = "d4603f69-ec7e-4e9b-803f-600b9205576f";
 * const full = new backup.trove.Backup("orders-full", { instance });
 * new backup.trove.Backup("orders-incremental", { instance, parentId: full.id });
 * @see Rackspace Cloud Databases, "Create backup" (post-create-backup-version-accountid-backups); OpenStack Trove 26.0.0
 */
export interface Backup extends BackupResource {
  /** The vendor's id of the backup: the parent of an incremental one. */
  readonly backupId: pulumi.Output<string | undefined>;
  /** Address of the backup in the object storage. */
  readonly locationRef: pulumi.Output<string | undefined>;
  /** Type and version of the database that was backed up. */
  readonly datastore: pulumi.Output<{ type?: string; version?: string } | undefined>;
  /** The parent that it has: the one named, or the one that Trove chose. */
  readonly resolvedParentId: pulumi.Output<string | undefined>;
  /** With `keepLast`: the recovery points that the resource keeps, newest first, each with its `id`, `finishedAt` and `sizeBytes`. */
  readonly generations: pulumi.Output<Generation[] | undefined>;
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
  "generations",
]);
