/** `ready` only when the vendor says that a backup completed. */
export type State = "pending" | "ready" | "failed" | "deleting" | "unknown";

/** `not-due-yet` until the first backup has had its time; `unknown` where the vendor shows no runs. */
export type Health = "ok" | "not-due-yet" | "overdue" | "failed" | "never-ran" | "unknown";
