import type * as pulumi from "@pulumi/pulumi";
import { type BackupResource, resourceClass } from "../../core/resource";
import type { BackupArgs, BackupPlanArgs, InstantChoice, PlanChoice } from "./args";

export type { BackupArgs, BackupPlanArgs } from "./args";

/** Backs up an application, its files or its database on a schedule. */
export interface BackupPlan extends BackupResource {
  /** The vendor's id of the plan; not known until ServerAvatar shows a run of it. */
  readonly planId: pulumi.Output<string | undefined>;
  /** Of the newest completed run, in the vendor's unit, which is not documented. */
  readonly totalSize: pulumi.Output<number | undefined>;
}

/** One instant backup, and the recovery point that it leaves. */
export interface Backup extends BackupResource {
  /** The vendor's id of the run. */
  readonly backupId: pulumi.Output<string | undefined>;
  /** In the vendor's unit, which is not documented. */
  readonly totalSize: pulumi.Output<number | undefined>;
}

interface BackupPlanConstructor {
  new <const A extends BackupPlanArgs>(
    name: string,
    args: A & PlanChoice<A>,
    opts?: pulumi.CustomResourceOptions,
  ): BackupPlan;
}

interface BackupConstructor {
  new <const A extends BackupArgs>(
    name: string,
    args: A & InstantChoice<A>,
    opts?: pulumi.CustomResourceOptions,
  ): Backup;
}

export const BackupPlan = resourceClass<BackupPlanConstructor>("serveravatar:BackupPlan", ["planId", "totalSize"]);

export const Backup = resourceClass<BackupConstructor>("serveravatar:Backup", ["backupId", "totalSize"]);
