import { hasUnknown } from "../ground/unknowns";
import type { Account, AccountKey, Namespace } from "./account";
import { address, formOf, withoutLogin } from "./forms";
import { type Settings, STACK } from "./settings";

/** The keys of one namespace, each with its value and where that is. */
export class Keys<Key extends string = string> {
  constructor(
    readonly settings: Settings,
    readonly namespace: string,
    protected readonly keys: Namespace<Key>,
  ) {}

  get(key: Key): string | undefined {
    return this.settings.get(this.full(key), ...this.variables(key));
  }

  /** Where the value is, by names alone. */
  place(key: Key): string | undefined {
    return this.settings.place(this.full(key), ...this.variables(key));
  }

  /** The key's name for a person, as the configuration has it. */
  named(key: Key): string {
    return this.settings.named(this.full(key));
  }

  /** Returns the command that sets a key without a value; `or` names a key that is enough in its place. */
  missing(key: Key, or?: string): string {
    const where = this.settings.whereToSet(this.full(key), this.keys[key]);
    return `${this.named(key)} is missing${or === undefined ? "" : ` (${or} is enough, too)`}; ${where}`;
  }

  /** Those of `keys` that have a value, each with where that is, by names alone. */
  whence(...keys: readonly Key[]): string {
    return this.byPlace(keys)
      .map(([place, names]) => `${names.join(", ")} ${place}`)
      .join("; ");
  }

  /** The places of those of `keys` that have a value, each with its keys, as a sentence speaks of them. */
  origin(...keys: readonly Key[]): string {
    const quoted = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(", ");
    return this.byPlace(keys)
      .map(([place, names]) => `${place === STACK ? "the stack's configuration" : bare(place)}, ${quoted(names)}`)
      .join("; ");
  }

  /** How the current value of a secret is written where the present one is; `noun` is how a person calls it. */
  renewal(key: Key, noun: string): string {
    const place = this.place(key);
    if (place === STACK)
      return `Set the current ${noun}: \`pulumi config set ${this.settings.argumentsToSet(this.full(key), true)}\``;
    return `Set the current ${noun} in ${bare(`${place}`)}`;
  }

  /** Whether the value stands in a configuration, which Pulumi stores. */
  isStored(key: Key): boolean {
    return /^in the (stack|explicit)/.test(`${this.place(key)}`);
  }

  /** The values that are not in their form, each with its place, the rule and the value, unless that is a secret. */
  get misformed(): string[] {
    return this.written.flatMap(({ name, form, isOpen, value, place }) => {
      const { fits, rule } = formOf(form);
      return fits(value) ? [] : [`${name} ${place} ${rule}${isOpen ? `; given "${withoutLogin(value)}"` : ""}`];
    });
  }

  /** The addresses to which a login would travel on an open line. */
  get openLines(): string[] {
    return this.written.flatMap(({ name, form, value, place }) =>
      form === "address" && isOpenLine(value)
        ? [
            `${name} ${place} is "${withoutLogin(value)}": over http anybody on the way can read the login; write https://`,
          ]
        : [],
    );
  }

  /** The name by which a value is found in its place. */
  protected nameInPlace(key: Key): string {
    return this.named(key);
  }

  /** The key with its namespace, whatever the configuration calls it. */
  protected full(key: Key): string {
    return `${this.namespace}:${key}`;
  }

  private byPlace(keys: readonly Key[]): [place: string, names: string[]][] {
    const found = new Map<string, string[]>();
    for (const key of keys) {
      const place = this.place(key);
      if (place !== undefined) found.set(place, [...(found.get(place) ?? []), this.nameInPlace(key)]);
    }
    return [...found];
  }

  /** The known values of the configuration and the environment. */
  private get written(): Written[] {
    return (Object.keys(this.keys) as Key[]).flatMap((key) => {
      const [full, variables] = [this.full(key), this.variables(key)];
      const value = this.settings.get(full, ...variables);
      if (value === undefined || hasUnknown(value)) return [];
      return [{ ...this.keys[key], name: this.named(key), value, place: this.settings.place(full, ...variables) }];
    });
  }

  private variables(key: Key): readonly string[] {
    return this.keys[key].variables ?? [];
  }
}

interface Written extends AccountKey {
  name: string;
  value: string;
  place: string | undefined;
}

/** The names of a namespace's keys in the configuration. */
export function namesIn(account: Account, namespace: string): string[] {
  return Object.keys(account[namespace] ?? {}).map((key) => `${namespace}:${key}`);
}

/** A place without the word before it: `the environment variable OS_TOKEN`. */
function bare(place: string): string {
  return place.replace(/^(in|of) /, "");
}

/** Hosts that are this machine: what is sent there never leaves it. */
const LOOPBACK = /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/i;

function isOpenLine(value: string): boolean {
  if (!address.fits(value)) return false;
  const { protocol, hostname } = new URL(value);
  return protocol === "http:" && !LOOPBACK.test(hostname);
}
