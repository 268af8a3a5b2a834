import type { Outputs } from "../kind/definition";
import { Redactor } from "../run/redact";

/** The arguments that the program marks secret now, or marked so before. */
export function secretNamesOf(...holders: Outputs[]): ReadonlySet<string> {
  return new Set(holders.flatMap((holder) => (holder.__secrets as string[] | undefined) ?? []));
}

/** Takes out their values, as they are and as they were. */
export function secretsOf(...holders: Outputs[]): Redactor {
  const redactor = new Redactor();
  for (const name of secretNamesOf(...holders)) for (const holder of holders) redactor.add(holder[name]);
  return redactor;
}
