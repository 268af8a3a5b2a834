const OURS = new Set(["onDelete", "allow", "adopt", "keepLast"]);

/** Whether the service never sees an argument, and a change of it asks for nothing new. */
export function isOurs(name: string): boolean {
  return OURS.has(name);
}

/**
 * Returns the arguments for the service, and `triggers`, in one order: as JSON, so that the stored ones compare equal.
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
