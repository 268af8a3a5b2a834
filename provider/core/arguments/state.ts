import type { Common, Definition, Outputs } from "../kind/definition";
import { inputsAmong } from "./inputs";

export function outputsAmong<A extends Common>(definition: Definition<A>, stored: Outputs): Outputs {
  const inputs = inputsAmong(definition, stored);
  return Object.fromEntries(Object.entries(stored).filter(([name]) => !(name in inputs)));
}

/**
 * Returns the values for the state as plain JSON: anything else would fail there, after the backup was made. An output without
 * a value is null, since a preview shows a missing one as not known yet.
 */
export function stored(inputs: Outputs, outputs: object = {}): Outputs {
  const values = Object.entries(outputs).map(([name, value]) => [name, value ?? null]);
  return JSON.parse(JSON.stringify({ ...inputs, ...Object.fromEntries(values) }));
}

/** Returns a stored state without its null values. */
export function withoutNulls<T extends Outputs>(state: T): T {
  return Object.fromEntries(Object.entries(state).filter(([, value]) => value !== null)) as T;
}
