import type { Outputs } from "../kind/definition";
import { Redactor } from "../run/redact";

/** The arguments that the program marks secret now, or marked so before. */
export function secretNamesOf(...holders: Outputs[]): ReadonlySet<string> {
  return new Set(holders.flatMap((holder) => (holder.__secrets as string[] | undefined) ?? []));
}

/** Takes out the values of these arguments, as they are and as they were. */
export function secretsOf(names: Iterable<string>, ...holders: Outputs[]): Redactor {
  const redactor = new Redactor();
  for (const name of names) for (const holder of holders) redactor.add(holder[name]);
  return redactor;
}
