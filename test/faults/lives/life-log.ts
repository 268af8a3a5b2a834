import type { Outcome } from "../engine-model";
import type { Exchange } from "../exchange";
import { type Stored, vendorIdOf } from "../history";

/** What one run asked, said and left in the state, a line each. */
export function logOf(exchanges: readonly Exchange[], outcome: Outcome, state: ReadonlyMap<string, Stored>): string[] {
  const warnings = Object.entries(outcome.warnings).flatMap(([name, all]) => all.map((each) => `${name}? ${each}`));
  const errors = Object.entries(outcome.errors).map(([name, error]) => `${name}: ${error}`);
  const stored = [...state].map(([name, each]) => `${name} ${vendorIdOf(each)} ${each.outputs.state}`);
  return [...exchanges.map(line), ...warnings, ...errors, ...stored];
}

export function line({ generation, method, path, query, body, fault, status }: Exchange): string {
  return [generation, method, path, query, body.slice(0, 120), status ?? "never seen", fault ?? ""].join(" ");
}
