import { lossesOf } from "../../core/arguments/check";
import { diff } from "../../core/arguments/diff";
import { argumentsAmong } from "../../core/arguments/inputs";
import { mayAgree } from "../../core/arguments/open-losses";
import { isMasked, secretNamesShown } from "../../core/arguments/secrets";
import { guarded, waitsFor } from "../../core/ground/unknowns";
import type { Definition, Outputs } from "../../core/kind/definition";
import { isAgreed, type Lines, type Loss } from "../../plan/losses";
import type { Sides } from "../reading/side";

export type Consent =
  /** Its line of `allow` names it exactly. */
  | "agreed"
  | "missing"
  /** It depends on a value that `up` will know. */
  | "not known yet"
  /** No consent is needed, as Pulumi keeps the old one (`retainOnDelete`). The provider cannot know that, and asks. */
  | "retained"
  /** Pulumi asks no program about it: the resource is removed. */
  | "not asked";

/** Returns the losses of a change from one side to the other, by the rules that refuse it in `check` and `diff`. */
export function lossesBetween(definition: Definition, id: string | undefined, sides: Sides, now: Date): Loss[] {
  const { stored, args, isHidden } = compared(definition, sides);
  const found = lossesOf(definition, stored, args, isHidden, now);
  const [old, next] = sides;
  return [...found, ...lossesOfReplacement(definition, id, old.outputs, next.inputs)];
}

/** Returns the arguments that are not known yet and decide whether something is lost. */
export function undecidedBetween(definition: Definition, sides: Sides, now: Date): string[] {
  const { stored, args, isHidden } = compared(definition, sides);
  const found = definition.losses.map((loss) => waitsFor(() => loss(stored, guarded(args, isHidden), now)));
  return [...new Set(found.filter((name) => name !== undefined))];
}

function compared(definition: Definition, [old, next]: Sides) {
  const hidden = new Set([...secretNamesShown(old.inputs), ...secretNamesShown(next.inputs)]);
  const isHidden = (name: string) => hidden.has(name);
  // The rules also read stored values.
  const stored = guarded(argumentsAmong(definition, old.inputs), isHidden);
  return { stored, args: argumentsAmong(definition, next.inputs), isHidden };
}

function lossesOfReplacement(definition: Definition, id: string | undefined, state: Outputs, news: Outputs): Loss[] {
  try {
    return id === undefined ? [] : diff(definition, id, state, news).losses;
  } catch {
    // The arguments were refused for another reason, which the preview has shown.
    return [];
  }
}

export function consentTo(loss: Loss, lines: Lines): Consent {
  const { allow } = lines;
  if (isAgreed(loss, lines)) return "agreed";
  if (mayAgree(loss, allow)) return "not known yet";
  // The provider itself sees the value, and has warned if that differs.
  return isMasked(allow) || isMasked(allow?.[loss.kind]) ? "agreed" : "missing";
}
