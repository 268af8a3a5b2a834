import { argumentsAmong } from "../../core/arguments/inputs";
import { namedBy, thingOf } from "../../core/ledger/ledger";
import type { Reviewed } from "../reading/reviewed";
import type { ReportedLoss } from "../report";

/**
 * Returns a loss for a replacement that no argument brings about (`--replace`, a taint), where only `adopt` takes over the
 * existing thing. Pulumi does not show the provider what the state has, so `up` refuses such a replacement.
 */
export function refusedReplacement(resource: Reviewed): ReportedLoss[] {
  const { change, definition, id, old, new: next } = resource;
  if (change !== "replaced" || !old || !next) return [];
  const args = argumentsAmong(definition, next.inputs);
  const thing = namedBy(definition, args);
  const isSame = thing !== undefined && thing === thingOf(definition, { ...old.inputs, ...old.outputs });
  if (!isSame || definition.takesOver?.(args, undefined) !== undefined) return [];
  const text = `nothing yet: pulumi up refuses this replacement, as what it would make stands there; adopt: "${id}" keeps it`;
  return [{ resource: resource.which, kind: "refused", text, numbers: [], consent: "missing" }];
}
