import type * as pulumi from "@pulumi/pulumi";
import type { Generation } from "../../plan/state";
import type {
  AdoptArgs,
  Among,
  Chosen,
  CommonArgs,
  ListOf,
  NoOthers,
  RecoveryPointArgs,
  Word,
} from "../../program/args";
import type { BackupResource } from "../../program/resource";

export interface OtcBackupArgs extends CommonArgs, AdoptArgs, RecoveryPointArgs {
  /**
   * Id of the instance.
   * @throws at `up`: DBS.200002 when there is none; one that is busy is waited for
   */
  instanceId: pulumi.Input<string>;
  /**
   * 4 to 64 letters, digits, - or _, a letter first; unique in the project. Left out: generated from the resource's name,
   * so that an interrupted run is found again. A change takes a new backup; a written name that stays while another
   * argument changes is refused.
   * @throws at `up`: DBS.201201 when the project has a backup with this name
   */
  name?: pulumi.Input<string>;
  /** At most 256 characters, none of `> ! < " & ' =` and no line break. Left out: none. */
  description?: pulumi.Input<string>;
  /**
   * The effect that leaving the stack has on a complete backup. Left out: `keep`. An incomplete one is always removed.
   */
  onDelete?: Word<"keep" | "delete">;
}

export interface OtcBackupPolicyArgs extends CommonArgs {
  /**
   * Id of the instance, whose policy this is: one resource each.
   * @throws at `up`: DBS.200002 when there is none
   */
  instanceId: pulumi.Input<string>;
  /** For how many days automated backups are kept; 0 turns them off. 1 to 6 want a backup on every day. */
  keepDays: pulumi.Input<number | string>;
  /** The hour in which a backup starts, UTC: `"01:00-02:00"`. Required with `keepDays` above 0; with 0 kept for the return. */
  startTime?: pulumi.Input<string>;
  /** Days of the week, 1 (Monday) to 7. Required with `keepDays` above 0, all seven with 1 to 6; with 0 kept for the return. */
  period?: pulumi.Input<pulumi.Input<number | string>[]>;
  /**
   * The effect that leaving the stack has. Left out: `keep`, and the policy stays as it is. `restore`: the policy that
   * stood there before. `disable`: automated backups off.
   */
  onDelete?: Word<"keep" | "restore" | "disable">;
}

/** keepDays decides about startTime and period. */
type TimesOf<A> = A extends { keepDays: infer Days extends number }
  ? number extends Days
    ? unknown
    : Days extends 0
      ? unknown
      : {
          startTime: pulumi.Input<string>;
          period: pulumi.Input<pulumi.Input<number | string>[]> | readonly (number | string)[];
        }
  : unknown;

type BackupChoice<A, Args> = ListOf<A> & Among<A, "onDelete", "keep" | "delete"> & NoOthers<A, Args>;

type PolicyChoice<A> = TimesOf<A> &
  Among<A, "onDelete", "keep" | "restore" | "disable"> &
  NoOthers<A, OtcBackupPolicyArgs>;

export interface OtcBackup extends BackupResource {
  /** The vendor's id of the backup. */
  readonly backupId: pulumi.Output<string | undefined>;
  /** Type and version of the database that was backed up. */
  readonly datastore: pulumi.Output<{ type?: string; version?: string } | undefined>;
  /** With `keepLast`: the recovery points that the resource keeps, newest first, each with its `id`, `finishedAt` and `sizeBytes`. */
  readonly generations: pulumi.Output<Generation[] | undefined>;
}

export interface OtcBackupConstructor<Args extends OtcBackupArgs> {
  new <const A extends Args>(
    name: string,
    args: A & BackupChoice<A, Args>,
    opts?: pulumi.CustomResourceOptions,
  ): OtcBackup;
}

export const OTC_BACKUP_OUTPUTS = ["backupId", "datastore", "generations"];

export interface OtcBackupPolicy extends BackupResource {
  /** The policy that stood there before this resource took it over. */
  readonly previousPolicy: pulumi.Output<{ keepDays: number; startTime?: string; period?: number[] } | undefined>;
}

export interface OtcBackupPolicyConstructor {
  new <const A extends OtcBackupPolicyArgs>(
    name: string,
    args: Chosen<A, OtcBackupPolicyArgs, PolicyChoice<A>>,
    opts?: pulumi.CustomResourceOptions,
  ): OtcBackupPolicy;
}

export const OTC_POLICY_OUTPUTS = ["previousPolicy"];
