import type { State } from "../../plan/state";
import type { Row } from "./api";

const STATES: Record<string, State> = {
  NEW: "pending",
  BUILDING: "pending",
  SAVING: "pending",
  COMPLETED: "ready",
  RESTORED: "ready",
  FAILED: "failed",
  DELETE_FAILED: "failed",
};

/** Returns the state of a backup by its status word, in letters of either case. */
export function stateOf({ status }: Row): State {
  return STATES[status.toUpperCase()] ?? "unknown";
}

export function isRunning(row: Row): boolean {
  return stateOf(row) === "pending";
}
