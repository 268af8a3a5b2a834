import { resourceClass } from "../../core/resource";
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

/** A manual backup of one DDS instance. Nothing of it can be changed. */
export type Backup = OtcBackup;

/** The automated policy of one DDS instance: taken over, and updated in place. */
export type BackupPolicy = OtcBackupPolicy;

export const Backup = resourceClass<OtcBackupConstructor<BackupArgs>>("dds:Backup", OTC_BACKUP_OUTPUTS);

export const BackupPolicy = resourceClass<OtcBackupPolicyConstructor>("dds:BackupPolicy", OTC_POLICY_OUTPUTS);
