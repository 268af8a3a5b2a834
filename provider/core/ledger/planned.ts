/** What this run is about to make, by account and owner. */
const planned = new Map<string, Map<string, string>>();

/** How many new ones this run's resources make in `account`, with this one, of those that are not there yet by name. */
export function plannedWith(account: string, owner: string, name: string, isThere: (name: string) => boolean): number {
  const names = planned.get(account) ?? new Map<string, string>();
  planned.set(account, names.set(owner, name));
  return [...names.values()].filter((each) => !isThere(each)).length;
}
