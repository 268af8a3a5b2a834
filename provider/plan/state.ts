/** `ready` only when the vendor says that a backup completed. */
export type State = "pending" | "ready" | "failed" | "deleting" | "unknown";

/** `not-due-yet` until the first backup has had its time; `unknown` where the vendor shows no runs. */
export type Health = "ok" | "not-due-yet" | "overdue" | "failed" | "never-ran" | "unknown";

/**
 * How the state got its thing. `made`: this state asked for it, and got the answer, saw it appear, or found it by its mark and
 * its note. `found`: it was found by its mark alone, which another stack of the same name may have left. `adopted`: the program
 * names it.
 */
export type Origin = "made" | "found" | "adopted";

/** One of the recovery points that a resource with `keepLast` keeps. */
export interface Generation {
  /** The vendor's id. */
  id: string;
  /** ISO 8601, UTC. */
  finishedAt?: string | undefined;
  sizeBytes?: number | undefined;
  /** Its origin, unless this state made it. Such a one is never deleted when it leaves the list. */
  origin?: Origin;
}
