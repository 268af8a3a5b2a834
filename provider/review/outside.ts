import { changedArguments } from "./changes";
import type { Reviewed } from "./reading/reviewed";
import type { Outside } from "./report";

/** Returns what this preview's refresh found: resources that differ from the state, and resources that are gone. */
export function foundOutside(all: readonly Reviewed[]): Outside[] {
  return all.flatMap((each): Outside[] => {
    const { definition, unrefreshed, old, wasGone } = each;
    if (wasGone) return [{ resource: each.which, found: "gone", changedArguments: [] }];
    const changed = unrefreshed && old ? changedArguments(definition, unrefreshed, old) : [];
    return changed.length > 0 ? [{ resource: each.which, found: "changed", changedArguments: changed }] : [];
  });
}
