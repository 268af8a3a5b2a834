import { isAgreed, type Loss } from "../../plan/losses";
import type { Page, Thing } from "../kind/page";

/** The fate of a thing when the engine deletes a resource that has it. */
export type Fate = "another's" | "the state's" | "its successor's" | "not agreed to" | "goes";

/** The resource that the engine deletes. */
export interface Leaving {
  id: string;
  thing: Thing | undefined;
  /** The losses of its replacement. */
  losses: readonly Loss[];
}

/**
 * The whole decision of a deletion. It reads facts and no order of calls, so that a deletion that was put off by a failed
 * run needs the consent that the replacement needed: as long as the program has the resource, what is deleted under its
 * name was replaced, now or earlier. What left the program was asked by nobody: there `onDelete` is the consent.
 */
export function fateOf(page: Page, { id, thing, losses }: Leaving, hasAnother: boolean): Fate {
  const { made, state, declared, before } = page;
  if (hasAnother) return "another's";
  if (thing !== undefined && state?.stays && state.thing === thing) return "the state's";
  if (made && (made.id === id || (thing !== undefined && made.thing === thing))) return "its successor's";
  const isInProgram = declared !== undefined || before !== undefined || made !== undefined;
  const { allow } = made ?? declared ?? {};
  return isInProgram && losses.some((loss) => !isAgreed(loss, { allow })) ? "not agreed to" : "goes";
}
