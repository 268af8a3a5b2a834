/** `ready` only when the vendor says that a backup completed. */
export type State = "pending" | "ready" | "failed" | "deleting" | "unknown";

/** `not-due-yet` until the first backup has had its time; `unknown` where the vendor shows no runs. */
export type Health = "ok" | "not-due-yet" | "overdue" | "failed" | "never-ran" | "unknown";

/**
 * How a state got its thing. `made`: it asked for it and got the answer, or saw it appear after its own request, or found it
 * by the mark and by the note that every creation writes. `found`: by the mark alone, which a stack of the same name may have
 * left. `adopted`: the program names it.
 */
export type Origin = "made" | "found" | "adopted";

/** One of the recovery points that a resource with `keepLast` keeps. */
export interface Generation {
  /** The vendor's id. */
  id: string;
  /** ISO 8601, UTC. */
  finishedAt?: string | undefined;
  sizeBytes?: number | undefined;
  /** Where it was not made by this state: it is never deleted as it leaves the list. */
  origin?: Origin;
}
