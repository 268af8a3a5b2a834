const OURS = new Set(["onDelete", "allow", "adopt", "keepLast"]);

/** Whether the service never sees an argument, and a change of it asks for nothing new. */
export function isOurs(name: string): boolean {
  return OURS.has(name);
}

/**
 * Returns the arguments for the service, and `triggers`, in one order: as JSON, so that the stored ones compare equal.
 */
export function askedFor(args: object): [name: string, value: unknown][] {
  const entries = Object.entries(args).filter(([name, value]) => !isOurs(name) && value !== undefined);
  return JSON.parse(JSON.stringify(entries.sort(([a], [b]) => (a < b ? -1 : 1))));
}
