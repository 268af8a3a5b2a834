import { SIGNATURE } from "../core/arguments/secrets";
import { UNKNOWN } from "../core/ground/unknowns";
import type { Outputs } from "../core/kind/definition";

/** The mark of a secret (`pulumi.runtime.specialSecretSig`). */
const SECRET = "1b47061264138c4ac30d75fd1eb44270";

/** The engine's texts for an unknown boolean, number, list and object; an unknown text is `UNKNOWN`. */
const UNKNOWNS: readonly unknown[] = [
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
];

interface Opened {
  values: Outputs;
  /** The names of the values that are secret or have a secret in them. */
  secrets: string[];
}

/** Returns the engine's values in plain, and which of them are secret. */
export function opened(sent: Outputs): Opened {
  const secrets = Object.keys(sent).filter((name) => holdsSecret(sent[name]));
  return { values: plain(sent) as Outputs, secrets };
}

/** Returns values for the engine, with those of these names as secrets. */
export function sealed(values: Outputs, secrets: ReadonlySet<string>): Outputs {
  const seal = (name: string, value: unknown) => (secrets.has(name) ? { [SIGNATURE]: SECRET, value } : value);
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, seal(name, value)]));
}

function isSecret(value: object): value is { value: unknown } {
  return (value as Outputs)[SIGNATURE] === SECRET;
}

function holdsSecret(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return isSecret(value) || Object.values(value).some(holdsSecret);
}

function plain(value: unknown): unknown {
  if (UNKNOWNS.includes(value)) return UNKNOWN;
  if (typeof value !== "object" || value === null) return value;
  if (isSecret(value)) return plain(value.value);
  if (Array.isArray(value)) return value.map(plain);
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, plain(part)]));
}
