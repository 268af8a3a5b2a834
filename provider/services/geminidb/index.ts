import type { Input } from "@pulumi/pulumi";
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

export interface BackupArgs extends OtcBackupArgs {
  /** The service wants one, which may be empty. At most 256 characters, none of `> ! < " & ' =` and no line break. */
  description: Input<string>;
}

export type BackupPolicyArgs = OtcBackupPolicyArgs;

/**
 * A manual backup of one GeminiDB instance: full, and kept until it is deleted. The service has no call that changes one,
 * so every change takes a new backup. `pulumi up` waits until it is complete; one that failed, or is not complete in time,
 * is stored as unfinished, and the next `up` finishes or replaces it.
 * @example
 * import * as backup from "pulumi-backup-plans";
 *
 * new backup.geminidb.Backup("before-upgrade", {
 *   instanceId: "a4d8ea2584e047439a667703c0684119in06",
 *   description: "schema 42",
 *   triggers: ["schema 42"],
 * });
 * @see [Open Telekom Cloud, GeminiDB: Creating a Manual Backup](https://docs.otc.t-systems.com/geminidb/api-ref/) (nosql_api_0032)
 */
export type Backup = OtcBackup;

/**
 * The automated policy of one GeminiDB instance. Every instance has one already: a creation takes it over, and what that
 * takes away from it is a loss. It is updated in place.
 * @example
 * import * as backup from "pulumi-backup-plans";
 *
 * new backup.geminidb.BackupPolicy("nightly", {
 *   instanceId: "a4d8ea2584e047439a667703c0684119in06",
 *   keepDays: 7,
 *   startTime: "01:00-02:00",
 *   period: [1, 2, 3, 4, 5, 6, 7],
 * });
 * @see [Open Telekom Cloud, GeminiDB: API reference](https://docs.otc.t-systems.com/geminidb/api-ref/), "Configuring an Automated Backup Policy"
 */
export type BackupPolicy = OtcBackupPolicy;

export const Backup = resourceClass<OtcBackupConstructor<BackupArgs>>("geminidb:Backup", OTC_BACKUP_OUTPUTS);

export const BackupPolicy = resourceClass<OtcBackupPolicyConstructor>(
  "geminidb:BackupPolicy",
  OTC_POLICY_OUTPUTS,
  "declared",
);
