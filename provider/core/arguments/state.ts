import type { Common, Definition, Outputs } from "../kind/definition";
import { inputsAmong } from "./inputs";

export function outputsAmong<A extends Common>(definition: Definition<A>, stored: Outputs): Outputs {
  const inputs = inputsAmong(definition, stored);
  return Object.fromEntries(Object.entries(stored).filter(([name]) => !(name in inputs)));
}

/**
 * Returns the JSON for the state: anything else would fail on its way there, after the backup was made. An output
 * that has no value is null: of one that is left out a preview says that it is not known yet.
 */
export function stored(inputs: Outputs, outputs: object = {}): Outputs {
  const values = Object.entries(outputs).map(([name, value]) => [name, value ?? null]);
  return JSON.parse(JSON.stringify({ ...inputs, ...Object.fromEntries(values) }));
}

/** A stored state without the outputs that have no value. */
export function withoutNulls<T extends Outputs>(state: T): T {
  return Object.fromEntries(Object.entries(state).filter(([, value]) => value !== null)) as T;
}
