import { resourceClass } from "../../program/resource";
import {
  OTC_BACKUP_OUTPUTS,
  OTC_POLICY_OUTPUTS,
  type OtcBackup,
  type OtcBackupArgs,
  type OtcBackupConstructor,
  type OtcBackupPolicy,
  type OtcBackupPolicyArgs,
  type OtcBackupPolicyConstructor,
} from "../otc/args";

export type BackupArgs = OtcBackupArgs;

export type BackupPolicyArgs = OtcBackupPolicyArgs;

/**
 * A manual backup of one DDS instance: full, and kept until it is deleted. The service has no call that changes one,
 * so every change takes a new backup. `pulumi up` waits until it is complete; one that failed, or is not complete in time,
 * is stored as unfinished, and the next `up` finishes or replaces it.
 * @example
 * import * as backup from "pulumi-backup-plans";
 *
 * new backup.dds.Backup("before-upgrade", {
 *   instanceId: "a89dab5e39394eccbdb77b19d57b0180in02",
 *   triggers: ["schema 42"],
 * });
 * @see [Open Telekom Cloud, DDS: Creating a Manual Backup](https://docs.otc.t-systems.com/document-database-service/api-ref/) (dds_api_0027)
 */
export type Backup = OtcBackup;

/**
 * The automated policy of one DDS instance. Every instance has one already: a creation takes it over, and what that
 * takes away from it is a loss. It is updated in place.
 * @example
 * import * as backup from "pulumi-backup-plans";
 *
 * new backup.dds.BackupPolicy("nightly", {
 *   instanceId: "a89dab5e39394eccbdb77b19d57b0180in02",
 *   keepDays: 7,
 *   startTime: "01:00-02:00",
 *   period: [1, 2, 3, 4, 5, 6, 7],
 * });
 * @see [Open Telekom Cloud, DDS: API reference](https://docs.otc.t-systems.com/document-database-service/api-ref/), "Setting an Automated Backup Policy"
 */
export type BackupPolicy = OtcBackupPolicy;

export const Backup = resourceClass<OtcBackupConstructor<BackupArgs>>("dds:Backup", OTC_BACKUP_OUTPUTS);

export const BackupPolicy = resourceClass<OtcBackupPolicyConstructor>(
  "dds:BackupPolicy",
  OTC_POLICY_OUTPUTS,
  "declared",
);
