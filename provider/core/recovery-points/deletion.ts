import type { State } from "../../plan/state";
import { originOf } from "../ledger/origin";
import { isUnfinished, type RecoveryPoints, type StoredPoint } from "./recovery-points";

/** Returns whether `onDelete` deletes it, complete or not. What was found by its name alone may be another stack's. */
export function isDeletionWritten(stored: StoredPoint): boolean {
  return stored.onDelete === "delete" && originOf(stored) !== "found";
}

/** Returns whether a deletion asks the service about it. One that was adopted is never removed for being incomplete. */
export function mayBeDeleted(stored: StoredPoint): boolean {
  return isDeletionWritten(stored) || (isUnfinished(stored) && originOf(stored) !== "adopted");
}

/**
 * The decision about a recovery point that may be deleted: its deletion is sent, or is under way already, or the service says
 * that it is gone, or it is not shown and may exist, or it is kept. Only `sent` sends a deletion.
 */
export type Deletion = "sent" | "under way" | "gone" | "not shown" | "kept";

/** Returns the decision by the status that the service shows; `undefined` is one that the service does not show. */
export function deletionOf(
  stored: StoredPoint,
  shown: State | undefined,
  service: Pick<RecoveryPoints<never, never>, "findsByList" | "listShowsAll">,
): Deletion {
  const isWritten = isDeletionWritten(stored);
  switch (shown) {
    case undefined:
      if (!service.findsByList) return service.listShowsAll ? "gone" : "not shown";
      // A list that lacks it proves nothing: the deletion is sent all the same, and its answer tells.
      return isWritten || stored.state === "failed" ? "sent" : "not shown";
    case "deleting":
      return "under way";
    case "failed":
      return "sent";
    case "unknown":
      return "kept";
    default:
      return isWritten ? "sent" : "kept";
  }
}
