/** `ready` only when the vendor says that a backup completed. */
export type State = "pending" | "ready" | "failed" | "deleting" | "unknown";

/** `unknown` where the vendor shows no runs. */
export type Health = "ok" | "overdue" | "failed" | "never-ran" | "unknown";
