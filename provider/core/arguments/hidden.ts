import type { Outputs } from "../kind/definition";
import { secretNamesOf } from "./secrets";

/** The text that Pulumi shows in place of a secret. */
const HIDDEN = "[secret]";

/** By this Pulumi marks a value that is more than JSON, in what is stored a secret (`pulumi.runtime.specialSigKey`). */
export const SIGNATURE = "4dabf18193072939515e22adb298388d";

export function isHiddenValue(value: unknown): boolean {
  if (value === HIDDEN) return true;
  if (typeof value !== "object" || value === null) return false;
  return SIGNATURE in value || Object.values(value).some(isHiddenValue);
}

/** The arguments whose values cannot be told. */
export function hiddenIn(inputs: Outputs): ReadonlySet<string> {
  const hidden = Object.entries(inputs).filter(([, value]) => isHiddenValue(value));
  return new Set([...secretNamesOf(inputs), ...hidden.map(([name]) => name)]);
}
