import type { Common, Definition } from "./definition";
import { logicalNameOf } from "./owned";
import { whenDecided } from "./unknowns";

/** Which resource of this run has a value that only one may have. */
const holders = new Map<string, string>();

/** Why the resource cannot be, if another one of the program has what only one may have. */
export function takenBy<A extends Common>(definition: Definition<A>, args: A, owner: string): string | undefined {
  const claim = whenDecided(() => definition.exclusive?.(args), undefined);
  if (claim === undefined) return undefined;
  const [property, value] = claim;
  const key = `${definition.kind} ${value}`;
  const holder = holders.get(key) ?? owner;
  holders.set(key, holder);
  if (holder === owner) return undefined;
  return `${property}: is that of resource "${logicalNameOf(holder)}" already, and only one can have it`;
}

/** Whether another resource of this run has it now. */
export function isHeldByAnother<A extends Common>(definition: Definition<A>, args: A, owner: string): boolean {
  const claim = definition.exclusive?.(args);
  const holder = claim && holders.get(`${definition.kind} ${claim[1]}`);
  return holder !== undefined && holder !== owner;
}
