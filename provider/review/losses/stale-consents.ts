import { isMasked } from "../../core/arguments/secrets";
import { hasUnknown } from "../../core/ground/unknowns";
import type { Outputs } from "../../core/kind/definition";
import type { Reviewed } from "../reading/reviewed";
import type { ReportedLoss, StaleConsent } from "../report";
import { takesOver } from "../targets";

/** Returns the consents that agree to nothing: spent ones, and those whose loss does not exist. */
export function staleConsents(all: readonly Reviewed[], losses: readonly ReportedLoss[]): StaleConsent[] {
  const used = new Set(
    losses.flatMap(({ resource, allow }) => Object.entries(allow ?? {}).map((entry) => keyOf(resource.urn, entry))),
  );
  return all.flatMap((each) => {
    const stale = consentsOf(each).filter((entry) => !used.has(keyOf(each.which.urn, entry)) && !isAhead(entry, each));
    return stale.map(([kind, value]) => {
      const stored = (each.old?.inputs.allow as Outputs | undefined)?.[kind];
      return { resource: each.which, kind, value: `${value}`, isStored: stored === value };
    });
  });
}

function keyOf(urn: string, entry: readonly [string, unknown]): string {
  return JSON.stringify([urn, ...entry]);
}

/** Returns the consents of known losses. */
function consentsOf(resource: Reviewed): [string, unknown][] {
  const allow = resource.new?.inputs.allow;
  if (typeof allow !== "object" || allow === null) return [];
  // Only `up` compares with what the target has.
  if (takesOver(resource)) return [];
  return Object.entries(allow).filter(([, value]) => !hasUnknown(value) && !isMasked(value));
}

/** Returns whether the consent is for a later deletion, or for one that Pulumi does not do. */
function isAhead([kind, value]: readonly [string, unknown], { id, new: next, change, untouched }: Reviewed): boolean {
  if (kind === "replace-recovery-point" && change === "replaced" && untouched) return value === id;
  return kind === "delete-descendants" && value === id && next?.inputs.onDelete === "delete";
}
