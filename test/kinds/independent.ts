import type { Broken } from "./case";

/** The argument that a path begins with. */
export function rootOf(property: string): string {
  return property.split(".")[0]!;
}

/** The arguments that a broken rule is about. */
export function touched(broken: Broken): Set<string> {
  return new Set([rootOf(broken.property), ...Object.keys(broken.with), ...(broken.hangsOn ?? [])]);
}

/** Returns the rules, in their order, that are about none of the arguments of an earlier one. */
export function independent(all: readonly Broken[]): Broken[] {
  const taken = new Set<string>();
  return all.filter((broken) => {
    const names = [...touched(broken)];
    if (names.some((name) => taken.has(name))) return false;
    for (const name of names) taken.add(name);
    return true;
  });
}
