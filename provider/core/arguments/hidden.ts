import type { Outputs } from "../kind/definition";
import { secretNamesOf } from "./secrets";

/** The text that Pulumi shows in place of a secret. */
const HIDDEN = "[secret]";

export function isHiddenValue(value: unknown): boolean {
  return value === HIDDEN || (typeof value === "object" && value !== null && Object.values(value).some(isHiddenValue));
}

/** The arguments whose values cannot be told. */
export function hiddenIn(inputs: Outputs): ReadonlySet<string> {
  const hidden = Object.entries(inputs).filter(([, value]) => isHiddenValue(value));
  return new Set([...secretNamesOf(inputs), ...hidden.map(([name]) => name)]);
}
