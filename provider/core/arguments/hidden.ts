import type { Outputs } from "../kind/definition";
import { secretNamesOf } from "./secrets";

/** The text that Pulumi shows in place of a secret. */
const HIDDEN = "[secret]";

/** The key by which Pulumi marks a value that is not plain JSON, such as a stored secret (`pulumi.runtime.specialSigKey`). */
export const SIGNATURE = "4dabf18193072939515e22adb298388d";

export function isHiddenValue(value: unknown): boolean {
  if (value === HIDDEN) return true;
  if (typeof value !== "object" || value === null) return false;
  return SIGNATURE in value || Object.values(value).some(isHiddenValue);
}

/** Returns the arguments whose values are secret. */
export function hiddenIn(inputs: Outputs): ReadonlySet<string> {
  const hidden = Object.entries(inputs).filter(([, value]) => isHiddenValue(value));
  return new Set([...secretNamesOf(inputs), ...hidden.map(([name]) => name)]);
}
