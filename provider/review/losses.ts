import { lossesOf } from "../core/check";
import type { Definition, Outputs } from "../core/definition";
import { diff } from "../core/diff";
import { hiddenIn, isHiddenValue } from "../core/hidden";
import { argumentsAmong } from "../core/inputs";
import { mayAgree } from "../core/open-losses";
import { guarded } from "../core/unknowns";
import { type Consents, isAgreed, type Loss } from "../plan/losses";
import type { Side } from "./reviewed";

export type Consent =
  /** Named exactly. */
  | "agreed"
  | "missing"
  /** Hangs on a value that `up` will know. */
  | "not known yet"
  /** Pulumi does not ask the program about it. */
  | "not asked";

/** What a change from one side to the other takes away, by the rules that refuse it in `check` and `diff`. */
export function lossesBetween(definition: Definition, id: string | undefined, old: Side, next: Side): Loss[] {
  const hidden = new Set([...hiddenIn(old.inputs), ...hiddenIn(next.inputs)]);
  // The rules read stored values, too.
  const stored = guarded(argumentsAmong(definition, old.inputs), (name) => hidden.has(name));
  const args = argumentsAmong(definition, next.inputs);
  const found = lossesOf(definition, stored, args, (name) => hidden.has(name));
  return [...found, ...lossesOfReplacement(definition, id, old.outputs, next.inputs)];
}

function lossesOfReplacement(definition: Definition, id: string | undefined, state: Outputs, news: Outputs): Loss[] {
  try {
    return id === undefined ? [] : diff(definition, id, state, news).losses;
  } catch {
    // Refused for another reason, which the preview has told.
    return [];
  }
}

export function consentTo(loss: Loss, inputs: Outputs): Consent {
  const allow = inputs.allow as Consents | undefined;
  if (isAgreed(loss, allow)) return "agreed";
  if (mayAgree(loss, allow)) return "not known yet";
  // The provider itself sees the value, and has warned if it is another one.
  return isHiddenValue(allow) || isHiddenValue(allow?.[loss.kind]) ? "agreed" : "missing";
}
