import type { Reviewed } from "../reading/reviewed";
import type { Undecided } from "../report";
import { undecidedBetween } from "./losses";

/** Returns the changes for which a value that is not known yet decides whether something is lost. */
export function undecidedIn(all: readonly Reviewed[], now: Date): Undecided[] {
  return all.flatMap((each) => {
    const names = namesIn(each, now);
    return names.length > 0 ? [{ resource: each.which, arguments: names }] : [];
  });
}

function namesIn({ definition, old, new: next }: Reviewed, now: Date): string[] {
  if (!old || !next) return [];
  try {
    return undecidedBetween(definition, [old, next], now);
  } catch {
    // This version cannot read it, which is reported as an unknown loss.
    return [];
  }
}
