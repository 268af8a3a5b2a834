import type { Loss } from "../../plan/losses";
import type { Reviewed } from "../reading/reviewed";
import { letGo } from "../reading/rotation";

/**
 * Returns the loss of the recovery points that are built on a deleted one, as far as this stack shows them. There may be others;
 * `up` looks for them before it deletes.
 */
export function descendantLoss(resource: Reviewed, all: readonly Reviewed[]): Loss | undefined {
  const { definition, id } = resource;
  if (id === undefined || !definition.lossKinds.includes("delete-descendants") || !isDeleted(resource))
    return undefined;
  const built = all.filter((each) => each !== resource && parentOf(each) === id && !isDeleted(each));
  if (built.length === 0) return undefined;
  const names = built.map((each) => `${each.which.name} (${each.id})`).join(", ");
  return {
    kind: "delete-descendants",
    property: "onDelete",
    value: id,
    text: `deleting recovery point ${id} deletes what was built on it too: ${names}. Agree in a pulumi up of its own before`,
  };
}

/** Returns the recovery point that is going to be deleted and on which this one is built. */
export function deletedWith(resource: Reviewed, all: readonly Reviewed[]): Reviewed | undefined {
  const parent = parentOf(resource);
  const isParent = ({ id, definition }: Reviewed) =>
    id !== undefined && id === parent && definition.lossKinds.includes("delete-descendants");
  return all.find((each) => each !== resource && isParent(each) && isDeleted(each));
}

function isDeleted(resource: Reviewed): boolean {
  const { change, old, untouched } = resource;
  const leaves = change === "removed" || (change === "replaced" && letGo(resource) === undefined);
  return leaves && !untouched && old?.described?.removal.effect.value === "deleted";
}

/** Returns its parent: the one that the program names, or the one that the service chose. */
function parentOf({ old, definition }: Reviewed): unknown {
  return old && (definition.answeredParent?.(old.outputs) ?? old.described?.parent?.value);
}
