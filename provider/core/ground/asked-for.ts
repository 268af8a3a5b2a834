const NOT_THE_VENDORS = new Set(["onDelete", "allow", "adopt", "keepLast"]);

/**
 * Returns the arguments for the service, and `triggers`, in one order: as JSON, so that the stored ones compare equal.
 */
export function askedFor(args: object): [name: string, value: unknown][] {
  const entries = Object.entries(args).filter(([name, value]) => !NOT_THE_VENDORS.has(name) && value !== undefined);
  return JSON.parse(JSON.stringify(entries.sort(([a], [b]) => (a < b ? -1 : 1))));
}
