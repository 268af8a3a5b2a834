import { hasUnknown } from "../ground/unknowns";
import type { Account, AccountKey, Namespace } from "./account";
import { address, formOf, withoutLogin } from "./forms";
import { type Settings, STACK } from "./settings";
import { argumentsToSet, whereToSet } from "./where-to-set";

/** The keys of one namespace, each with its value and the place of the value. */
export class Keys<Key extends string = string> {
  constructor(
    readonly settings: Settings,
    readonly namespace: string,
    protected readonly keys: Namespace<Key>,
  ) {}

  get(key: Key): string | undefined {
    return this.settings.get(this.full(key), ...this.variables(key));
  }

  /** Returns the place of the value, without the value. */
  place(key: Key): string | undefined {
    return this.settings.place(this.full(key), ...this.variables(key));
  }

  /** Returns the key's name for a person, as the configuration has it. */
  named(key: Key): string {
    return this.settings.named(this.full(key));
  }

  /** Returns the command that sets a missing key; `or` is a key that can replace it. */
  missing(key: Key, or?: string): string {
    const where = whereToSet(this.settings, this.full(key), this.keys[key]);
    return `${this.named(key)} is missing${or === undefined ? "" : ` (${or} is enough, too)`}; ${where}`;
  }

  /** Returns the key with the place of its value; `otherwise` stands for the place where it has none. */
  placed(key: Key, otherwise = "(not set)"): string {
    return `${this.named(key)} ${this.place(key) ?? otherwise}`;
  }

  /** Returns the keys that have a value, each with the place of the value. */
  whence(...keys: readonly Key[]): string {
    return this.byPlace(keys)
      .map(([place, names]) => `${names.join(", ")} ${place}`)
      .join("; ");
  }

  /** Returns words for the places of the keys that have a value. */
  origin(...keys: readonly Key[]): string {
    const quoted = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(", ");
    return this.byPlace(keys)
      .map(([place, names]) => `${place === STACK ? "the stack's configuration" : bare(place)}, ${quoted(names)}`)
      .join("; ");
  }

  /** Returns words for how to replace a secret in its present place. `noun` is its name in messages. */
  renewal(key: Key, noun: string): string {
    const place = this.place(key);
    if (place === STACK)
      return `Set the current ${noun}: \`pulumi config set ${argumentsToSet(this.settings, this.full(key), true)}\``;
    return `Set the current ${noun} in ${bare(`${place}`)}`;
  }

  /** Returns whether the value stands in a configuration, which Pulumi stores. */
  isStored(key: Key): boolean {
    return /^in the (stack|explicit)/.test(`${this.place(key)}`);
  }

  /** Returns a failure for each value that does not have its form. Secret values are not shown. */
  get misformed(): string[] {
    return this.written.flatMap(({ name, form, isOpen, value, place }) => {
      const { fits, rule } = formOf(form, value);
      return fits(value) ? [] : [`${name} ${place} ${rule}${isOpen ? `; given "${withoutLogin(value)}"` : ""}`];
    });
  }

  /** Returns the addresses to which a login would be sent without encryption. */
  get openLines(): string[] {
    return this.written.flatMap(({ name, form, value, place }) =>
      form === "address" && isOpenLine(value)
        ? [
            `${name} ${place} is "${withoutLogin(value)}": over http anybody on the way can read the login; write https://`,
          ]
        : [],
    );
  }

  /** Returns the name of a value in its place. */
  protected nameInPlace(key: Key): string {
    return this.named(key);
  }

  /** Returns the key with its namespace, whatever the configuration calls it. */
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

  /** Returns the known values of the configuration and the environment. */
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

/** Returns the full names of a namespace's keys. */
export function namesIn(account: Account, namespace: string): string[] {
  return Object.keys(account[namespace] ?? {}).map((key) => `${namespace}:${key}`);
}

/** Returns a place without its preposition: `the environment variable OS_TOKEN`. */
function bare(place: string): string {
  return place.replace(/^(in|of) /, "");
}

/** The hosts that are this machine. */
const LOOPBACK = /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/i;

function isOpenLine(value: string): boolean {
  if (!address.fits(value)) return false;
  const { protocol, hostname } = new URL(value);
  return protocol === "http:" && !LOOPBACK.test(hostname);
}
