import type { Outputs } from "../kind/definition";
import { Redactor } from "../run/redact";

/** The text that Pulumi shows in place of a secret. */
const MASK = "[secret]";

/** The key by which Pulumi marks a value that is not plain JSON, such as a stored secret (`pulumi.runtime.specialSigKey`). */
export const SIGNATURE = "4dabf18193072939515e22adb298388d";

/** Returns whether Pulumi shows the value, or a part of it, as a secret. */
export function isMasked(value: unknown): boolean {
  if (value === MASK) return true;
  if (typeof value !== "object" || value === null) return false;
  return SIGNATURE in value || Object.values(value).some(isMasked);
}

/** Returns the arguments that the program marks secret, now or in the stored state. */
export function secretNamesOf(...holders: Outputs[]): ReadonlySet<string> {
  return new Set(holders.flatMap((holder) => (holder.__secrets as string[] | undefined) ?? []));
}

/** Returns the arguments that a preview or a state shows as secret, and those that the program marks so. */
export function secretNamesShown(inputs: Outputs): ReadonlySet<string> {
  const masked = Object.keys(inputs).filter((name) => isMasked(inputs[name]));
  return new Set([...secretNamesOf(inputs), ...masked]);
}

/** Returns a redactor for the present and the stored values of these arguments. */
export function secretsOf(names: Iterable<string>, ...holders: Outputs[]): Redactor {
  const redactor = new Redactor();
  for (const name of names) for (const holder of holders) redactor.add(holder[name]);
  return redactor;
}
