import { removalOf } from "../../core/kind/removal";
import type { View } from "../../core/kind/view";
import { retentionOf } from "../../core/recovery-points/in-words";
import type { Described, Destination } from "../../plan/described";
import { follows, missing, type Stated, stated } from "../../plan/stated";
import type { Backup } from "./schema";

export function describe(view: View<Backup>): Described {
  const parent = parentOf(view);
  return {
    is: "recovery point",
    service: "Trove",
    target: {
      kind: "database instance",
      ids: { instance: view.id("instance") },
      scope: `Trove instance ${view.text("instance")}`,
      notCovered: [],
    },
    takesOver: false,
    off: stated(false),
    retention: retentionOf(view),
    destination: destinationOf(view),
    ...(parent && { parent }),
    removal: removalOf(view, {
      keep: "the recovery point stays in Trove",
      delete: "the recovery point is deleted, and Trove deletes what was built on it too",
    }),
  };
}

function parentOf(view: View<Backup>): Stated<string> | undefined {
  if (!view.absent("parentId")) return view.id("parentId");
  if (view.absent("incremental") || view.known("incremental") === false) return undefined;
  return view.known("incremental") ? missing("chosen by the service") : missing("not known yet");
}

/**
 * Returns the destination, object storage by default. Trove's guide "Run Trove in production" says that `cinder` is a snapshot
 * of the data disk, which cannot be restored in another storage system. For other drivers the place is not documented.
 */
function destinationOf(view: View<Backup>): Destination {
  const container = view.absent("swiftContainer") ? "" : `, container ${view.text("swiftContainer")}`;
  if (view.absent("storageDriver") || view.known("storageDriver") === "swift") {
    return { words: `object storage (Swift)${container}`, onProtectedMachine: stated(false) };
  }
  if (view.known("storageDriver") === "cinder") {
    return { words: "Cinder snapshot in the same storage system", onProtectedMachine: stated(true) };
  }
  const other = view.stated("storageDriver");
  return {
    words: `storage driver ${view.text("storageDriver")}${container}`,
    onProtectedMachine: follows(other, () => missing("not documented")),
  };
}
