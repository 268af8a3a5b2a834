import type { Input } from "@pulumi/pulumi";
import type { AdoptArgs, Among, CommonArgs, NoOthers, RecoveryPointArgs, Word } from "../../core/args";
import type {
  ApplicationExtension,
  DatabaseExtension,
  RetentionPeriod,
  Schedule,
  StorageProvider,
  Type,
} from "./words";

/** Source of every field: ServerAvatar's page "Create", https://serveravatar.com/api-docs/endpoint/backup/create.html */
interface SharedArgs extends CommonArgs, AdoptArgs {
  /** Organization id: a whole number above 0, or its digits. */
  organization: Input<number | string>;
  /** Server id: a whole number above 0, or its digits. */
  server: Input<number | string>;
  /** What is backed up. `application` is files and database. */
  type: Word<Type>;
  /** Application id: a whole number above 0, or its digits. Required by ServerAvatar for every type. */
  applicationId: Input<number | string>;
  /** Database id: a whole number above 0, or its digits. */
  databaseId?: Input<number | string>;
  /** Where recovery points are kept. */
  provider: Word<StorageProvider>;
  /** Id of the storage that is linked in ServerAvatar: a whole number above 0, or its digits. */
  cloudStorageProviderId: Input<number | string>;
  /**
   * How long recovery points are kept. Required with provider `serveravatar`; its effect with the others is not
   * documented.
   */
  retentionPeriod?: Word<RetentionPeriod>;
  /** Whether the first run is now. Left out: false when `startBackup` is given, else true. */
  startBackupFromNow?: Input<boolean | 0 | 1>;
  /**
   * The first run, `YYYY-MM-DD HH:MM`; required when `startBackupFromNow` is false, and not beside true. The time zone
   * is not documented; the server has one.
   */
  startBackup?: Input<string | null>;
  /** Archive of the files; required when `type` is `application` or `filesystem`. */
  applicationExtension?: Word<ApplicationExtension>;
  /** Dump of the database; required when `type` is `application` or `database`. */
  databaseExtension?: Word<DatabaseExtension>;
  /**
   * What leaving the stack does. Left out: `keep`. With `delete` a plan is deleted by a call that ServerAvatar does not
   * document; an instant backup's files by one that it does.
   */
  onDelete?: Word<"keep" | "delete">;
}

export interface BackupPlanArgs extends SharedArgs {
  /** True: a schedule. False: one instant backup, as `serveravatar.Backup`. Cannot change once the plan exists. */
  automaticBackup: Input<boolean | 0 | 1>;
  /** How often; required when `automaticBackup` is true, refused when it is false. */
  schedule?: Word<Schedule>;
  /** Of an instant backup only. Left out there: generated. */
  name?: Input<string>;
}

export interface BackupArgs extends SharedArgs, RecoveryPointArgs {
  /** Left out: generated from the resource's name. */
  name?: Input<string>;
}

/** automaticBackup decides about schedule and name. */
type ScheduleOf<A> = A extends { automaticBackup: true | 1 }
  ? { schedule: Word<Schedule>; name?: undefined }
  : A extends { automaticBackup: false | 0 }
    ? { schedule?: undefined }
    : unknown;

/** provider decides about retentionPeriod. */
type RetentionOf<A> = A extends { provider: "serveravatar" } ? { retentionPeriod: Word<RetentionPeriod> } : unknown;

/** type decides about the extensions. */
type ExtensionsOf<A> = A extends { type: "application" }
  ? { applicationExtension: Word<ApplicationExtension>; databaseExtension: Word<DatabaseExtension> }
  : A extends { type: "filesystem" }
    ? { applicationExtension: Word<ApplicationExtension> }
    : A extends { type: "database" }
      ? { databaseExtension: Word<DatabaseExtension> }
      : unknown;

/** startBackupFromNow decides about startBackup. */
type StartOf<A> = A extends { startBackupFromNow: true | 1 }
  ? { startBackup?: null }
  : A extends { startBackupFromNow: false | 0 }
    ? { startBackup: Input<string> }
    : unknown;

type WordsOf<A> = Among<A, "type", Type> &
  Among<A, "provider", StorageProvider> &
  Among<A, "schedule", Schedule> &
  Among<A, "retentionPeriod", RetentionPeriod> &
  Among<A, "applicationExtension", ApplicationExtension> &
  Among<A, "databaseExtension", DatabaseExtension> &
  Among<A, "onDelete", "keep" | "delete">;

type SharedChoice<A> = RetentionOf<A> & ExtensionsOf<A> & StartOf<A> & WordsOf<A>;

/** What the literals among the arguments already decide. */
export type PlanChoice<A> = ScheduleOf<A> & SharedChoice<A> & NoOthers<A, BackupPlanArgs>;
export type InstantChoice<A> = SharedChoice<A> & NoOthers<A, BackupArgs>;
