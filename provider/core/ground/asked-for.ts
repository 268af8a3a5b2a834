const OURS = new Set(["onDelete", "allow", "adopt", "keepLast"]);

/** Returns whether an argument is one of this package's that no request depends on. */
export function isOurs(name: string): boolean {
  return OURS.has(name);
}

/**
 * Returns the arguments on which a request depends and `triggers`, in a fixed order and as JSON, so that stored ones are equal.
 */
export function askedFor(args: object): [name: string, value: unknown][] {
  const values = args as Record<string, unknown>;
  // Nothing hangs on ours, which may not be known yet.
  const names = Object.keys(args)
    .filter((name) => !isOurs(name))
    .sort();
  const entries = names.map((name) => [name, values[name]] as const);
  return JSON.parse(JSON.stringify(entries.filter(([, value]) => value !== undefined)));
}
