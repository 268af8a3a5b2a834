import { isDeepStrictEqual } from "node:util";
import type { Outputs } from "../kind/definition";

/** The inputs that a refresh saw changed outside the program, with the values that it saw. */
type Drift = Record<string, unknown>;

/** Returns the hidden input that keeps the drift for the next check, beside what earlier refreshes saw. */
export function driftOf(inputs: Outputs, drifted: Outputs): Drift {
  return { ...(inputs.__drifted as Drift), ...JSON.parse(JSON.stringify(drifted, (_name, value) => value ?? null)) };
}

/** Whether what is stored of an argument is what a refresh saw, so that a change undoes that. */
export function isDrifted({ __drifted = {}, ...stored }: Outputs, name: string): boolean {
  const seen = __drifted as Drift;
  return name in seen && isDeepStrictEqual(seen[name], stored[name] ?? null);
}
