import type * as pulumi from "@pulumi/pulumi";
import { resourceClass } from "../../core/resource";
import {
  OTC_BACKUP_OUTPUTS,
  OTC_POLICY_OUTPUTS,
  type OtcBackup,
  type OtcBackupArgs,
  type OtcBackupChoice,
  type OtcBackupPolicy,
  type OtcBackupPolicyArgs,
  type OtcPolicyChoice,
} from "../otc/args";

export type BackupArgs = OtcBackupArgs;

export type BackupPolicyArgs = OtcBackupPolicyArgs;

/** A manual backup of one DDS instance. Nothing of it can be changed. */
export type Backup = OtcBackup;

/** The automated policy of one DDS instance: taken over, and updated in place. */
export type BackupPolicy = OtcBackupPolicy;

interface BackupConstructor {
  new <const A extends BackupArgs>(
    name: string,
    args: A & OtcBackupChoice<A, BackupArgs>,
    opts?: pulumi.CustomResourceOptions,
  ): Backup;
}

interface BackupPolicyConstructor {
  new <const A extends BackupPolicyArgs>(
    name: string,
    args: A & OtcPolicyChoice<A>,
    opts?: pulumi.CustomResourceOptions,
  ): BackupPolicy;
}

export const Backup = resourceClass<BackupConstructor>("dds:Backup", OTC_BACKUP_OUTPUTS);

export const BackupPolicy = resourceClass<BackupPolicyConstructor>("dds:BackupPolicy", OTC_POLICY_OUTPUTS);
