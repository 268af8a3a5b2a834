import { changedArguments } from "./changes";
import type { Reviewed } from "./reading/reviewed";
import type { Outside } from "./report";
import { whichOf } from "./words/which";

/** What the refresh of this preview found: what the cloud has otherwise than the state, and what it has no more. */
export function foundOutside(all: readonly Reviewed[]): Outside[] {
  return all.flatMap((each): Outside[] => {
    const { definition, unrefreshed, old, wasGone } = each;
    if (wasGone) return [{ resource: whichOf(each), found: "gone", changedArguments: [] }];
    const changed = unrefreshed && old ? changedArguments(definition, unrefreshed, old) : [];
    return changed.length > 0 ? [{ resource: whichOf(each), found: "changed", changedArguments: changed }] : [];
  });
}
