import type { Outputs } from "../kind/definition";
import { Redactor } from "../run/redact";

/** Returns the arguments that the program marks secret, now or in the stored state. */
export function secretNamesOf(...holders: Outputs[]): ReadonlySet<string> {
  return new Set(holders.flatMap((holder) => (holder.__secrets as string[] | undefined) ?? []));
}

/** Returns a redactor for the present and the stored values of these arguments. */
export function secretsOf(names: Iterable<string>, ...holders: Outputs[]): Redactor {
  const redactor = new Redactor();
  for (const name of names) for (const holder of holders) redactor.add(holder[name]);
  return redactor;
}
