import type { Input } from "@pulumi/pulumi";
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

/** Its page says that a description is mandatory; it may be empty. */
export interface BackupArgs extends OtcBackupArgs {
  description: Input<string>;
}

export type BackupPolicyArgs = OtcBackupPolicyArgs;

/** A manual backup of one GeminiDB instance. Nothing of it can be changed. */
export type Backup = OtcBackup;

/** The automated policy of one GeminiDB instance: taken over, and updated in place. */
export type BackupPolicy = OtcBackupPolicy;

export const Backup = resourceClass<OtcBackupConstructor<BackupArgs>>("geminidb:Backup", OTC_BACKUP_OUTPUTS);

export const BackupPolicy = resourceClass<OtcBackupPolicyConstructor>("geminidb:BackupPolicy", OTC_POLICY_OUTPUTS);
