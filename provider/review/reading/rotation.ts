import { argumentsAmong } from "../../core/arguments/inputs";
import type { Common, Outputs } from "../../core/kind/definition";
import type { Generation } from "../../plan/state";
import type { Reviewed } from "./reviewed";

/** Returns the recovery points that a rotation removes; nothing where the replacement is none. */
export function letGo({ change, definition, old, new: next }: Reviewed): Generation[] | undefined {
  if (change !== "replaced" || !old || !next) return undefined;
  const stored: Common & Outputs = { ...old.inputs, ...old.outputs };
  return definition.rotation?.(stored, argumentsAmong(definition, next.inputs));
}

/** `keeps the last 3; removes 5001 of 2029-11-30`. */
export function rotationInWords(resource: Reviewed): string | undefined {
  const goes = letGo(resource);
  if (goes === undefined) return undefined;
  const keepLast = resource.new?.inputs.keepLast;
  if (typeof keepLast !== "number") return "keeps the last few (how many is not known yet)";
  const points = goes.map(({ id, finishedAt }) => `${id}${finishedAt ? ` of ${finishedAt.slice(0, 10)}` : ""}`);
  return `keeps the last ${keepLast}; removes ${points.join(", ") || "none"}`;
}

/** Returns the number of recovery points of a stored resource. */
export function countOf({ outputs }: { outputs: Outputs }): number {
  return Array.isArray(outputs.generations) ? Math.max(1, outputs.generations.length) : 1;
}
