const NOT_THE_VENDORS = new Set(["onDelete", "allow", "adopt", "keepLast"]);

/** What the service is asked for, and `triggers`, in one order: as JSON, so that what is stored compares equal. */
export function askedFor(args: object): [name: string, value: unknown][] {
  const entries = Object.entries(args).filter(([name, value]) => !NOT_THE_VENDORS.has(name) && value !== undefined);
  return JSON.parse(JSON.stringify(entries.sort(([a], [b]) => (a < b ? -1 : 1))));
}
