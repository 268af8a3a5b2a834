import { isAgreed, type Loss } from "../../plan/losses";
import type { Page, Thing } from "../kind/page";

/** The decision about a thing when the engine deletes its resource. Only `goes` deletes it. */
export type Fate = "another's" | "the state's" | "its successor's" | "not agreed to" | "goes";

/** The resource that the engine deletes. */
export interface Leaving {
  id: string;
  thing: Thing | undefined;
  /** The losses of its replacement. */
  losses: readonly Loss[];
}

/**
 * Returns what becomes of a thing, the whole decision in one place. It depends on what the run knows and not on the order of
 * the engine's calls. As long as the program declares the resource, a deletion under its name finishes a replacement, so it
 * needs that replacement's consent, also where a failed run put it off. After a removal from the program nobody is asked:
 * `onDelete` is the consent.
 */
export function fateOf(page: Page, { id, thing, losses }: Leaving, hasAnother: boolean): Fate {
  const { made, state, declared, before } = page;
  if (hasAnother) return "another's";
  if (thing !== undefined && state?.stays && state.thing === thing) return "the state's";
  if (made && (made.id === id || (thing !== undefined && made.thing === thing))) return "its successor's";
  // With deleteBeforeReplace the successor that adopts it is still to be made.
  if (thing !== undefined && declared?.thing === thing) return "its successor's";
  const isInProgram = declared !== undefined || before !== undefined || made !== undefined;
  const { allow } = made ?? declared ?? {};
  return isInProgram && losses.some((loss) => !isAgreed(loss, { allow })) ? "not agreed to" : "goes";
}
