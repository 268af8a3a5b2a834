import { UNKNOWN } from "../core/ground/unknowns";
import type { Outputs } from "../core/kind/definition";

/**
 * Returns the properties of a resource as plain data. A value that is unknown in a preview throws when a policy reads it; here
 * it becomes this package's own mark of an unknown value.
 */
export function readable(props: Outputs): Outputs {
  return Object.fromEntries(Object.keys(props).map((name) => [name, read(props, name)]));
}

function read(holder: object, name: string | number): unknown {
  let value: unknown;
  try {
    value = Reflect.get(holder, name);
  } catch {
    return UNKNOWN;
  }
  if (Array.isArray(value)) return Array.from({ length: value.length }, (_, index) => read(value as object, index));
  return typeof value === "object" && value !== null ? readable(value as Outputs) : value;
}
