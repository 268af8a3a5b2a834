import { isHiddenValue } from "../core/hidden";
import { hasUnknown } from "../core/unknowns";
import type { ReportedLoss, StaleConsent } from "./report";
import type { Reviewed } from "./reviewed";
import { whichOf } from "./which";

/** The consents that agree to nothing: spent, or to what is not there. */
export function staleConsents(resource: Reviewed, losses: readonly ReportedLoss[]): StaleConsent[] {
  const allow = resource.new?.inputs.allow;
  if (typeof allow !== "object" || allow === null) return [];
  // What stands there is compared with by `up`.
  if (resource.change === "new" && resource.new?.described?.takesOver) return [];
  const entries = Object.entries(allow).filter(([, value]) => !hasUnknown(value) && !isHiddenValue(value));
  const stale = entries.filter(([kind, value]) => !isUsed(kind, value, losses) && !isAhead(kind, value, resource));
  return stale.map(([kind, value]) => ({ resource: whichOf(resource), kind, value: `${value}` }));
}

function isUsed(kind: string, value: unknown, losses: readonly ReportedLoss[]): boolean {
  return losses.some(({ allow }) => allow?.[kind] === value);
}

/** Written for a deletion that is still to come, which reads what is stored. */
function isAhead(kind: string, value: unknown, { id, new: next }: Reviewed): boolean {
  return kind === "delete-descendants" && value === id && next?.inputs.onDelete === "delete";
}
