import { argumentsAmong } from "../../core/arguments/inputs";
import type { Common, Outputs } from "../../core/kind/definition";
import type { Generation } from "../../plan/state";
import type { Reviewed } from "./reviewed";

/** Returns the recovery points that a rotation removes; nothing where the replacement is none. */
export function letGo(resource: Reviewed): Generation[] | undefined {
  return beginsAnew(resource) ? undefined : rotationOf(resource);
}

/**
 * Returns whether the recovery points of a list stay, since the list begins anew. With `--replace`, a taint and the option
 * `replacementTrigger` the engine does not show the state to the provider; its reason is `id`, or there is none.
 */
export function beginsAnew(resource: Reviewed): boolean {
  return resource.replaceReasons.every((reason) => reason === "id") && rotationOf(resource) !== undefined;
}

function rotationOf({ change, definition, old, new: next }: Reviewed): Generation[] | undefined {
  if (change !== "replaced" || !old || !next) return undefined;
  const stored: Common & Outputs = { ...old.inputs, ...old.outputs };
  return definition.rotation?.(stored, argumentsAmong(definition, next.inputs));
}

/** `keeps the last 3; removes 5001 of 2029-11-30`. */
export function rotationInWords(resource: Reviewed): string | undefined {
  if (beginsAnew(resource)) return "the list of generations begins anew, and what it has stays";
  const goes = letGo(resource);
  if (goes === undefined) return undefined;
  const keepLast = resource.new?.inputs.keepLast;
  if (typeof keepLast !== "number") return "keeps the last few (how many is not known yet)";
  if (resource.untouched) return `keeps the last ${keepLast} in its list; ${resource.untouched}`;
  // What fell out before is gone by now, unless its deletion was put off: the state does not tell.
  const before = (resource.old?.outputs.outgoing ?? []) as Generation[];
  const isLeft = (id: string) => before.some((each) => each.id === id);
  const points = goes.map(
    ({ id, finishedAt }) =>
      `${id}${finishedAt ? ` of ${finishedAt.slice(0, 10)}` : ""}${isLeft(id) ? " if it is still there" : ""}`,
  );
  return `keeps the last ${keepLast}; removes ${points.join(", ") || "none"}`;
}

/** Returns the number of recovery points of a stored resource. */
export function countOf({ outputs }: { outputs: Outputs }): number {
  return Array.isArray(outputs.generations) ? Math.max(1, outputs.generations.length) : 1;
}
