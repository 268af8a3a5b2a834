import { isDeepStrictEqual } from "node:util";
import type { Outputs } from "../kind/definition";

/** The inputs that were changed outside the program, with the values that a refresh saw. */
type Drift = Record<string, unknown>;

/** Returns the hidden input that keeps the drift of this and of earlier refreshes for the next check. */
export function driftOf(inputs: Outputs, drifted: Outputs): Drift {
  return { ...(inputs.__drifted as Drift), ...JSON.parse(JSON.stringify(drifted, (_name, value) => value ?? null)) };
}

/** Returns whether the stored value of an argument is drift, so that a change undoes it. */
export function isDrifted({ __drifted = {}, ...stored }: Outputs, name: string): boolean {
  const seen = __drifted as Drift;
  return name in seen && isDeepStrictEqual(seen[name], stored[name] ?? null);
}
