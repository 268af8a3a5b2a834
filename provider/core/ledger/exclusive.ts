import type { Settings } from "../configuration/settings";
import { whenDecided } from "../ground/unknowns";
import type { Common, Definition } from "../kind/definition";
import { isToldByAnother, tell, topic } from "./other-processes";
import { logicalNameOf } from "./owned";

/** Which resource of this run has a value that only one may have. */
const holders = new Map<string, string>();

/** Why the resource cannot be, if another one of the program has what only one may have. */
export function takenBy<A extends Common>(
  definition: Definition<A>,
  args: A,
  owner: string,
  settings: Settings,
): string | undefined {
  const claim = whenDecided(() => definition.exclusive?.(args) ?? adopted(args), undefined);
  if (claim === undefined) return undefined;
  const [property, value] = claim;
  const key = `${definition.kind} ${value}`;
  const holder = holders.get(key) ?? owner;
  holders.set(key, holder);
  const claims = topic.claims(definition.kind, value, owner, settings);
  tell(claims);
  if (holder !== owner) return told(property, `resource "${logicalNameOf(holder)}"`);
  return isToldByAnother(claims) ? told(property, "a resource of another provider") : undefined;
}

function told(property: string, whose: string): string {
  return `${property}: is that of ${whose} already, and only one can have it`;
}

/** Of two resources that take over the same, either one's deletion would be the other's. */
function adopted({ adopt }: Common): readonly [property: string, value: string] | undefined {
  return adopt === undefined ? undefined : ["adopt", `${adopt}`.toLowerCase()];
}

/** Whether another resource of this run has it now. */
export function isHeldByAnother<A extends Common>(definition: Definition<A>, args: A, owner: string): boolean {
  const claim = definition.exclusive?.(args);
  const holder = claim && holders.get(`${definition.kind} ${claim[1]}`);
  return holder !== undefined && holder !== owner;
}
