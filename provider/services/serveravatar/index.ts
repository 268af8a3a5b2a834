import type * as pulumi from "@pulumi/pulumi";
import type { Generation } from "../../plan/state";
import type { Chosen } from "../../program/args";
import { type BackupResource, resourceClass } from "../../program/resource";
import type { BackupArgs, BackupPlanArgs, InstantChoice, PlanChoice } from "./args";

export type { BackupArgs, BackupPlanArgs } from "./args";

/**
 * Backs up an application, its files or its database on a schedule. A creation tells no id, so the plan is found by its
 * first run; until then `planId` is not known and an update is refused. A plan cannot be read: only its runs and its storage
 * are compared. No documented call deletes a plan: when it leaves the stack it keeps running, and the run says so.
 * @example
 * import * as backup from "pulumi-backup-plans";
 *
 * new backup.serveravatar.BackupPlan("shop-nightly", {
 *   organization: 5,
 *   server: 15,
 *   type: "application",
 *   applicationId: 4246,
 *   databaseId: 4223,
 *   provider: "serveravatar",
 *   cloudStorageProviderId: 12,
 *   automaticBackup: true,
 *   schedule: "Every Day",
 *   retentionPeriod: "12 Months",
 *   applicationExtension: ".tar.gz",
 *   databaseExtension: ".sql.gz",
 * });
 * @see [ServerAvatar: Create](https://serveravatar.com/api-docs/endpoint/backup/create.html)
 */
export interface BackupPlan extends BackupResource {
  /** The vendor's id of the plan; not known until ServerAvatar shows a run of it. */
  readonly planId: pulumi.Output<string | undefined>;
  /** The size of the newest completed run, in the vendor's unit, which is not documented. */
  readonly totalSize: pulumi.Output<number | undefined>;
  /** When ServerAvatar removes the newest completed run, ISO 8601 in UTC. Each run has an end of its own. */
  readonly expiresAt: pulumi.Output<string | undefined>;
  /** The price of the newest completed run, paid once, in US dollars. */
  readonly price: pulumi.Output<number | undefined>;
}

/**
 * One instant backup, and the recovery point that it leaves. Nothing of it can be changed, so every change takes a new
 * one. `pulumi up` waits until it is complete; one that failed, or is not complete in time, is stored as unfinished, and
 * the next `up` finishes or replaces it.
 * @example
 * import * as backup from "pulumi-backup-plans";
 *
 * new backup.serveravatar.Backup("before-upgrade", {
 *   organization: 5,
 *   server: 15,
 *   type: "filesystem",
 *   applicationId: 4246,
 *   provider: "amazon_s3",
 *   cloudStorageProviderId: 11,
 *   applicationExtension: ".tar",
 *   triggers: ["release 42"],
 * });
 * @see [ServerAvatar: Create](https://serveravatar.com/api-docs/endpoint/backup/create.html)
 */
export interface Backup extends BackupResource {
  /** The vendor's id of the run. */
  readonly backupId: pulumi.Output<string | undefined>;
  /** In the vendor's unit, which is not documented. */
  readonly totalSize: pulumi.Output<number | undefined>;
  /** When ServerAvatar removes it, ISO 8601 in UTC. */
  readonly expiresAt: pulumi.Output<string | undefined>;
  /** The price, paid once, in US dollars. */
  readonly price: pulumi.Output<number | undefined>;
  /** With `keepLast`: the recovery points that the resource keeps, newest first, each with its `id`, `finishedAt` and `sizeBytes`. */
  readonly generations: pulumi.Output<Generation[] | undefined>;
}

interface BackupPlanConstructor {
  new <const A extends BackupPlanArgs>(
    name: string,
    args: Chosen<A, BackupPlanArgs, PlanChoice<A>>,
    opts?: pulumi.CustomResourceOptions,
  ): BackupPlan;
}

interface BackupConstructor {
  new <const A extends BackupArgs>(
    name: string,
    args: Chosen<A, BackupArgs, InstantChoice<A>>,
    opts?: pulumi.CustomResourceOptions,
  ): Backup;
}

export const BackupPlan = resourceClass<BackupPlanConstructor>("serveravatar:BackupPlan", [
  "planId",
  "totalSize",
  "expiresAt",
  "price",
]);

export const Backup = resourceClass<BackupConstructor>("serveravatar:Backup", [
  "backupId",
  "totalSize",
  "expiresAt",
  "price",
  "generations",
]);
