import type * as pulumi from "@pulumi/pulumi";
import type { Among, CommonArgs, NoOthers, Word } from "../../program/args";
import { resourceClass } from "../../program/resource";
import {
  OTC_BACKUP_OUTPUTS,
  OTC_POLICY_OUTPUTS,
  type OtcBackup,
  type OtcBackupArgs,
  type OtcBackupConstructor,
  type OtcBackupPolicy,
} from "../otc/args";

export interface BackupArgs extends OtcBackupArgs {
  /** Databases of a SQL Server instance, `[{ name: "shop" }]`. Left out: the whole instance. A change takes a new backup. */
  databases?: pulumi.Input<pulumi.Input<{ name: pulumi.Input<string> }>[]>;
}

export interface BackupPolicyArgs extends CommonArgs {
  /**
   * Id of the instance, whose policy this is: one resource each.
   * @throws at `up`: DBS.200002 when there is none
   */
  instanceId: pulumi.Input<string>;
  /** For how many days automated backups are kept, 1 to 732. The service lets nobody turn them off. */
  keepDays: pulumi.Input<number | string>;
  /** The hour in which a backup starts, UTC: `"01:00-02:00"`. */
  startTime: pulumi.Input<string>;
  /** Days of the week, 1 (Monday) to 7, at least one. */
  period: pulumi.Input<pulumi.Input<number | string>[]>;
  /**
   * The effect of leaving the stack. Left out: `keep`, and the policy stays as it is. `restore`: the policy that stood there
   * before.
   */
  onDelete?: Word<"keep" | "restore">;
}

/**
 * A manual backup of one RDS instance (MySQL, PostgreSQL, SQL Server): full, and kept until it is deleted, also when its
 * instance is gone. The service has no call that changes one, so every change takes a new backup. `pulumi up` waits until it
 * is complete; one that failed, or is not complete in time, is stored as unfinished, and the next `up` finishes or replaces it.
 * @example
 * import * as backup from "pulumi-backup-plans";
 *
 * new backup.rds.Backup("before-upgrade", {
 *   instanceId: "d8e6ca5a624745bcb546a227aa3ae1cfin01",
 *   triggers: ["schema 42"],
 * });
 * @see [Open Telekom Cloud, RDS: Creating a Manual Backup](https://docs.otc.t-systems.com/relational-database-service/api-ref/) (rds_09_0004)
 */
export type Backup = OtcBackup;

/**
 * The automated policy of one RDS instance. Every instance has one already: a creation takes it over, and what that
 * takes away from it is a loss. It is updated in place.
 * @example
 * import * as backup from "pulumi-backup-plans";
 *
 * new backup.rds.BackupPolicy("nightly", {
 *   instanceId: "d8e6ca5a624745bcb546a227aa3ae1cfin01",
 *   keepDays: 7,
 *   startTime: "01:00-02:00",
 *   period: [1, 2, 3, 4, 5, 6, 7],
 * });
 * @see [Open Telekom Cloud, RDS: API reference](https://docs.otc.t-systems.com/relational-database-service/api-ref/), "Setting an Automated Backup Policy" (rds_09_0002)
 */
export type BackupPolicy = OtcBackupPolicy;

interface PolicyConstructor {
  new <const A extends BackupPolicyArgs>(
    name: string,
    args: A & Among<A, "onDelete", "keep" | "restore"> & NoOthers<A, BackupPolicyArgs>,
    opts?: pulumi.CustomResourceOptions,
  ): OtcBackupPolicy;
}

export const Backup = resourceClass<OtcBackupConstructor<BackupArgs>>("rds:Backup", OTC_BACKUP_OUTPUTS);

export const BackupPolicy = resourceClass<PolicyConstructor>("rds:BackupPolicy", OTC_POLICY_OUTPUTS, "declared");
