const { compare } = new Intl.Collator("en", { numeric: true });

interface Named {
  name: string;
  urn: string;
}

/** Sorts resources, as the engine's order differs from run to run. */
export function byName(one: Named, other: Named): number {
  return compare(one.name, other.name) || compare(one.urn, other.urn);
}
