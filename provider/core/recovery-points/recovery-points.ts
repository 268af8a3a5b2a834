import type { Generation, State } from "../../plan/state";
import type { Going } from "../doubt/carry-out";
import type { Common, Outputs } from "../kind/definition";
import type { Freshness } from "../lists/shared-rows";

/**
 * The recovery points of a service, bound to one account. The lifecycle over it is the same for all.
 *
 * `find`, `list`, `descendants` and `differences` compare ids in one way; where they are UUIDs, without case. An id that one
 * of them knows and another does not is a backup that is taken for gone, or for another one.
 *
 * That a row is not there has three meanings, and the lifecycle acts on the first alone: it is gone, as the vendor says
 * itself; it is there and cannot be read (`Unreadable`), and `find` throws; or the vendor does not show it, for which
 * `listShowsAll` is false.
 */
export interface RecoveryPoints<A extends Common, Row> {
  /** As a person calls it. */
  readonly service: string;
  /** The service's noun for what has these ids, which begins with the service's name. */
  readonly noun: string;
  /** Whether the vendor refuses a name that is there already. */
  readonly namesAreUnique: boolean;
  /** Whether what is not listed does not exist: only then is anything ever gone, or sent again. */
  readonly listShowsAll: boolean;
  /** Whether `find` goes by a list, as the vendor shows no single one: a deletion is then asked for all the same. */
  readonly findsByList?: boolean;
  /** Where `find` looks, in words, where that is not the whole account. */
  looksIn?(args: A): string | undefined;
  /** Returns the name of the thing that can have one backup at a time. */
  queue(args: A): string;
  /** All that can be mistaken for the one that `args` describes, whatever its name. */
  list(args: A, freshness: Freshness): Promise<Row[]>;
  /** Nothing only when the vendor says unmistakably that it is gone. */
  find(id: string, args: A, freshness: Freshness): Promise<Row | undefined>;
  /** Asks for the backup, once. The id, if the answer has it. */
  send(args: A, going: Going): Promise<string | undefined>;
  remove(id: string, args: A): Promise<void>;
  /** The service is busy with something that ends, and has done nothing. */
  isBusy(error: unknown, args: A): Promise<boolean> | boolean;
  /** The service refused it because the name is there already. */
  isNameTaken?(error: unknown): boolean;
  idOf(row: Row): string;
  nameOf(row: Row): string | undefined;
  stateOf(row: Row): State;
  /** The vendor's word, times, sizes and fields. */
  outputsOf(row: Row): Outputs;
  /** The arguments that a row contradicts, with what it shows. */
  differences(row: Row, args: A): [string, unknown][];
  /** The arguments that made it, as far as the row shows them: for an import. */
  argumentsOf?(row: Row): Partial<A>;
  /** Refuses arguments that the service alone can judge, before anything is sent. */
  beforeSending?(args: A): Promise<void>;
  /** The time by the service's own clock, where it tells that: ages of what it lists go by it. */
  now?(): Promise<number>;
  /** Returns the remains of a deletion that failed, in words that continue the status; nothing where none failed. */
  deletionFailed?(row: Row): string | undefined;
  /** Returns the recovery points that the vendor deletes along with it. */
  descendants?(id: string): Promise<Row[]>;
  /** Ids that the list has with rows in no known form: any of them may be what was made. */
  unreadable?(freshness: Freshness): Promise<string[]>;
  /** Returns a description of a row that the service deletes by itself: no resource can keep it. */
  expiring?(row: Row): string | undefined;
  /** Why it failed, where the vendor says. */
  reason?(row: Row): Promise<string | undefined>;
}

/** A recovery point as the state holds it. */
export interface StoredPoint extends Common {
  backupId?: string;
  state?: string;
  finishedAt?: string;
  lastBackupAt?: string;
  sizeBytes?: number;
  /** Those that it keeps, newest first, where the program has `keepLast`; and those that are still to be deleted. */
  generations?: Generation[];
  outgoing?: Generation[];
  /** The ids of those that had its name before it was asked for. */
  known?: string[];
  /** When it was sent without a clear answer, ISO 8601 by the service's clock. */
  doubtedAt?: string;
}

/** Once it completed it is finished, also where its service does not list it any more, or does not say when it did. */
export function isUnfinished(stored: object): boolean {
  const { state, lastBackupAt } = stored as StoredPoint;
  return state !== "ready" && lastBackupAt === undefined;
}
