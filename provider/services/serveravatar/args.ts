import type { Input } from "@pulumi/pulumi";
import type {
  AdoptArgs,
  Among,
  CommonArgs,
  ListOf,
  NoOthers,
  RecoveryPointArgs,
  RuledOut,
  Word,
} from "../../program/args";
import type {
  ApplicationExtension,
  DatabaseExtension,
  RetentionPeriod,
  Schedule,
  StorageProvider,
  Type,
} from "./words";

interface SharedArgs extends CommonArgs, AdoptArgs {
  /**
   * Organization id: a whole number above 0, or its digits.
   * @throws at `up`: 404 "Organization not found!"
   */
  organization: Input<number | string>;
  /**
   * Server id: a whole number above 0, or its digits.
   * @throws at `up`: 404 "Server not found!"
   */
  server: Input<number | string>;
  /** The parts that are backed up. `application` is files and database. */
  type: Word<Type>;
  /**
   * Application id: a whole number above 0, or its digits. ServerAvatar wants it for every type.
   * @throws at `up`: 404 "Application not found!"
   */
  applicationId: Input<number | string>;
  /**
   * Database id: a whole number above 0, or its digits. Left out: which database is backed up is not documented, and the
   * summary says "not named".
   * @throws at `up`: 404 "Database not found!"
   */
  databaseId?: Input<number | string>;
  /** Where recovery points are kept. */
  provider: Word<StorageProvider>;
  /**
   * Id of the storage that is linked in ServerAvatar: a whole number above 0, or its digits. It must be of `provider`.
   * @throws at `up`: 404 "Cloud storage Provider not found!"
   */
  cloudStorageProviderId: Input<number | string>;
  /**
   * How long recovery points are kept, in months. Required with provider `serveravatar`; left out with the others: how
   * long they are kept there is not documented.
   */
  retentionPeriod?: Word<RetentionPeriod>;
  /** Whether the first run is now. Left out: false when `startBackup` is given, else true. */
  startBackupFromNow?: Input<boolean | 0 | 1>;
  /**
   * The first run, `YYYY-MM-DD HH:MM`, still to come; required when `startBackupFromNow` is false, and not beside true.
   * Left out: the first run is now. The time zone is not documented; the server has one. For a plan that exists, a start that
   * leaves it without a run for longer than its longest gap is a loss, `less-frequent`.
   */
  startBackup?: Input<string | null>;
  /** Archive of the files. Required when `type` is `application` or `filesystem`. */
  applicationExtension?: Word<ApplicationExtension>;
  /** Dump of the database. Required when `type` is `application` or `database`. */
  databaseExtension?: Word<DatabaseExtension>;
  /**
   * The effect that leaving the stack has. Left out: `keep`. With `delete` a plan is deleted by a call that
   * ServerAvatar does not document; an instant backup's files by one that it does.
   */
  onDelete?: Word<"keep" | "delete">;
}

export interface BackupPlanArgs extends SharedArgs {
  /** True: a schedule. False: one instant backup, as `serveravatar.Backup`. Cannot change once the plan exists. */
  automaticBackup: Input<boolean | 0 | 1>;
  /** How often. Required when `automaticBackup` is true, refused when it is false. */
  schedule?: Word<Schedule>;
  /**
   * The name of an instant backup, with `automaticBackup: false`; refused otherwise. Left out there: generated from the
   * resource's name, so that an interrupted run is found again. A change takes a new backup.
   */
  name?: Input<string>;
}

export interface BackupArgs extends SharedArgs, RecoveryPointArgs {
  /** Left out: generated from the resource's name, so that an interrupted run is found again. */
  name?: Input<string>;
}

/** automaticBackup decides about schedule and name. */
type ScheduleOf<A> = A extends { automaticBackup: true | 1 }
  ? { schedule: Word<Schedule>; name?: RuledOut<"automaticBackup: true"> }
  : A extends { automaticBackup: false | 0 }
    ? { schedule?: RuledOut<"automaticBackup: false"> }
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
  ? { startBackup?: null | RuledOut<"startBackupFromNow: true"> }
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

/** The choices that the literals among the arguments already decide. */
export type PlanChoice<A> = ScheduleOf<A> & SharedChoice<A> & NoOthers<A, BackupPlanArgs>;
export type InstantChoice<A> = SharedChoice<A> & ListOf<A> & NoOthers<A, BackupArgs>;
