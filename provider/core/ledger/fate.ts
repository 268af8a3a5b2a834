import { type Consents, isAgreed, type Loss } from "../../plan/losses";
import type { Page, Thing } from "../kind/page";

/** The decision about a thing when the engine deletes its resource. Only `goes` deletes it. */
export type Fate = "another's" | "the state's" | "its successor's" | "not agreed to" | "goes";

/** The resource that the engine deletes. */
export interface Leaving {
  id: string;
  thing: Thing | undefined;
  /** The losses of its replacement. */
  losses: readonly Loss[];
  /** The stored consents. */
  allow: Consents | undefined;
}

/** The facts that the page of the resource does not have. */
export interface Elsewhere {
  /** Whether another resource has the thing. */
  hasThing: boolean;
  /** Whether another provider process has the resource in the program. Its consents are the stored ones. */
  isInProgram: boolean;
}

/**
 * Returns what becomes of a thing, the whole decision in one place. It depends on what the run knows and not on the order of
 * the engine's calls. As long as the program declares the resource, a deletion under its name finishes a replacement, so it
 * needs that replacement's consent, also where a failed run put it off. After a removal from the program nobody is asked:
 * `onDelete` is the consent.
 */
export function fateOf(page: Page, { id, thing, losses, allow }: Leaving, elsewhere: Elsewhere): Fate {
  const { made, state, declared } = page;
  if (elsewhere.hasThing) return "another's";
  if (thing !== undefined && state?.stays && state.thing === thing) return "the state's";
  // With Pulumi's deleteBeforeReplace the successor is not made yet, and its arguments name the thing.
  const isNamed = thing !== undefined && (made?.thing === thing || declared?.thing === thing);
  if (isNamed || made?.id === id) return "its successor's";
  const isRefused = (agreed: Consents | undefined) => losses.some((loss) => !isAgreed(loss, { allow: agreed }));
  if (isInProgram(page) && isRefused((made ?? declared)?.allow)) return "not agreed to";
  return elsewhere.isInProgram && isRefused(allow) ? "not agreed to" : "goes";
}

/** Returns whether this process knows the resource as one of the program. */
export function isInProgram({ declared, before, made }: Page): boolean {
  return declared !== undefined || before !== undefined || made !== undefined;
}
