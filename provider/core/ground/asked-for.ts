const OURS = new Set(["onDelete", "allow", "adopt", "keepLast"]);

/** Returns whether an argument is one of this package's that no request depends on. */
export function isOurs(name: string): boolean {
  return OURS.has(name);
}

/**
 * Returns the arguments on which a request depends and `triggers`, in a fixed order and as JSON, so that stored ones are equal.
 */
export function askedFor(args: object): [name: string, value: unknown][] {
  const entries = Object.entries(args).filter(([name, value]) => !isOurs(name) && value !== undefined);
  return JSON.parse(JSON.stringify(entries.sort(([a], [b]) => (a < b ? -1 : 1))));
}
