import type { Which } from "../report";

const { compare } = new Intl.Collator("en", { numeric: true });

/** Sorts resources, as the engine's order differs from run to run. */
export function byName(one: Which, other: Which): number {
  return compare(one.name, other.name) || compare(one.urn, other.urn);
}
