import type { Generation, State } from "../../plan/state";
import type { Going } from "../doubt/carry-out";
import type { Context } from "../kind/context";
import type { Common, Outputs } from "../kind/definition";
import type { Freshness } from "../lists/shared-rows";

/**
 * The calls of one service for recovery points in one account. The lifecycle over them is the same for all services.
 *
 * `find`, `list`, `descendants` and `differences` must compare ids alike, UUIDs without case. Otherwise a backup would count as
 * gone, or as another one.
 *
 * A row can be missing for three reasons, and the lifecycle acts on the first alone: the vendor says that it is gone; it
 * exists and cannot be read (`Unreadable`), so that `find` throws; or the vendor does not show it, so that `listShowsAll` is
 * false.
 */
export interface RecoveryPoints<A extends Common, Row> {
  /** The operation that asks the service. */
  readonly context: Context;
  /** The name of the service in messages. */
  readonly service: string;
  /** The noun of the thing; see `Having.noun`. */
  readonly noun: string;
  /** Whether the vendor refuses a name that exists already. */
  readonly namesAreUnique: boolean;
  /** Whether the list shows everything that exists. Only then a missing row counts as gone, and a request is sent again. */
  readonly listShowsAll: boolean;
  /** Whether `find` reads a list, as the vendor has no call for one. A deletion is then sent even where the list lacks it. */
  readonly findsByList?: boolean;
  /** Returns words for the part of the account in which `find` looks. Left out: the whole account. */
  looksIn?(args: A): string | undefined;
  /** Returns the key of what can have only one running backup: its backups are made one after the other. */
  queue(args: A): string;
  /** Returns everything that could be mistaken for what `args` describes, whatever its name. */
  list(args: A, freshness: Freshness): Promise<Row[]>;
  /** Returns one; nothing only where the vendor says unmistakably that it is gone. */
  find(id: string, args: A, freshness: Freshness): Promise<Row | undefined>;
  /** Sends the creation once. Returns the id, where the answer has it. */
  send(args: A, going: Going): Promise<string | undefined>;
  remove(id: string, args: A): Promise<void>;
  /** Returns whether the service did nothing because it is busy with something that ends by itself. */
  isBusy(error: unknown, args: A): Promise<boolean> | boolean;
  /** Returns whether the service refused it because the name exists already. */
  isNameTaken?(error: unknown): boolean;
  idOf(row: Row): string;
  nameOf(row: Row): string | undefined;
  stateOf(row: Row): State;
  /** Returns the vendor's status, times, sizes and own fields. */
  outputsOf(row: Row): Outputs;
  /** Returns the arguments that the row contradicts, each with the row's value. */
  differences(row: Row, args: A): [string, unknown][];
  /** Returns the differences that count in an adoption. Left out: the ordinary ones. */
  adoptionDifferences?(row: Row, args: A): [string, unknown][];
  /** Returns the arguments that the row shows, for an import. */
  argumentsOf?(row: Row): Partial<A>;
  /** Throws where only the service can tell that the arguments are wrong, before anything is sent. */
  beforeSending?(args: A): Promise<void>;
  /** Returns the time by the service's clock, by which the ages of its rows are counted. Left out: our clock. */
  now?(): Promise<number>;
  /** Returns words on what a failed deletion left, which continue the status; nothing where no deletion failed. */
  deletionFailed?(row: Row): string | undefined;
  /** Returns the recovery points that the vendor deletes with it. */
  descendants?(id: string): Promise<Row[]>;
  /** Returns the ids of rows that cannot be read: any of them may be what was made. */
  unreadable?(freshness: Freshness): Promise<string[]>;
  /** Returns what a row is that no resource can have, such as one that the service deletes by itself; otherwise nothing. */
  unfit?(row: Row): string | undefined;
  /** Returns the vendor's reason for a failure, where it gives one. */
  reason?(row: Row): Promise<string | undefined>;
}

/** Returns the calls of a service in the account of one operation. */
export type Connect<A extends Common> = (context: Context) => RecoveryPoints<A, unknown>;

/** The inputs and outputs of a stored recovery point. */
export interface StoredPoint extends Common {
  backupId?: string;
  state?: string;
  finishedAt?: string;
  lastBackupAt?: string;
  sizeBytes?: number;
  /** With `keepLast`: the recovery points that it keeps, newest first, and those that are still to be deleted. */
  generations?: Generation[];
  outgoing?: Generation[];
  /** The ids of the recovery points that had its name before its request. */
  known?: string[];
  /** The time of a request without a clear answer, ISO 8601 by the service's clock. */
  doubtedAt?: string;
}

/** Returns whether it never completed. One that completed stays finished, also where the service lists it no more. */
export function isUnfinished(stored: object): boolean {
  const { state, lastBackupAt } = stored as StoredPoint;
  return state !== "ready" && lastBackupAt === undefined;
}
