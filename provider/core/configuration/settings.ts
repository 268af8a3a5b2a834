import type { Account } from "./account";
import { accountIn, type Config, nameIn, nestedValue } from "./nested";
import { ownFailures } from "./own-failures";
import {
  type FlagKey,
  type Limits,
  NUMBERS,
  type NumberKey,
  numberIn,
  OWN_KEYS,
  type OwnNumbers,
  own,
  SAME_ACCOUNT,
  SECRETS,
  type ServiceKeys,
  variablesIn,
} from "./own-keys";

/** The words for the stack's configuration as a place. */
export const STACK = "in the stack configuration";

/** A search for mistakes in settings, whose findings are words. */
type Search = (settings: Settings) => readonly string[];

/**
 * Reads configuration keys in this order: the environment variable that an explicit provider names, the configuration of the
 * stack, the environment.
 */
export class Settings {
  /** The name of the explicit provider of these settings, if any. Such a provider never reads the environment by default. */
  readonly provider: string | undefined;
  private readonly fromEnv: Record<string, string>;
  private readonly texts = new Map<string, string | undefined>();
  private readonly findings = new Map<Search, readonly string[]>();

  constructor(
    private readonly config: Config = { get: () => undefined },
    private readonly env: NodeJS.ProcessEnv = process.env,
    /** The keys that the services add. */
    private readonly added: ServiceKeys = {},
  ) {
    this.provider = this.text(own("provider"));
    this.fromEnv = variablesIn(this.text(SECRETS)) ?? {};
  }

  /** Returns the value of `key`. `variables` are the environment variables that can hold it, in their order. */
  get(key: string, ...variables: string[]): string | undefined {
    return this.find(key, variables)?.value;
  }

  /** Returns the place of the value: `in the environment variable OS_PASSWORD`. */
  place(key: string, ...variables: string[]): string | undefined {
    return this.find(key, variables)?.place;
  }

  /** Returns the environment variable that the explicit provider, or `backup-plans:secretsFromEnv`, names for a key. */
  variableFor(key: string): string | undefined {
    return this.provider ? this.text(`${key}Env`) : this.fromEnv[key];
  }

  /** The configured keys, where Pulumi's host shows them: its type promises `get` alone. */
  get keys(): string[] {
    const { rawConfig } = this.config as { rawConfig?: object };
    const written = typeof rawConfig === "object" && rawConfig !== null ? Object.keys(rawConfig) : [];
    return [...written, ...Object.keys(this.fromEnv)];
  }

  /** Warnings about configured values that replace an environment variable which is not set. */
  get stale(): string[] {
    return Object.entries(this.fromEnv).flatMap(([key, variable]) =>
      this.env[variable] || this.text(key) === undefined
        ? []
        : [
            `${variable}, which backup-plans:secretsFromEnv names for ${key}, is not set: the value in the configuration is used`,
          ],
    );
  }

  /** The name of the project, where Pulumi's host shows it. */
  get project(): string | undefined {
    return (this.config as { projectName?: string }).projectName;
  }

  /** Returns whether `key` is configured for this stack or provider; the environment alone does not count. */
  isWritten(key: string): boolean {
    return this.text(key) !== undefined || (!this.provider && this.fromEnv[key] !== undefined);
  }

  /** Returns the name of `key` for a person: as the program, the stack or the form of the provider writes it. */
  named(key: string): string {
    return this.provider ? key.replace(":", ".") : nameIn(this.config, key);
  }

  /** Returns the object of an account; nothing where there is none, or it is no object. */
  accountObject(namespace: string): Record<string, unknown> | undefined {
    return accountIn(this.config, namespace);
  }

  /** Returns a number of the namespace `backup-plans`; its default where the written one is among `wrong`. */
  number(name: NumberKey): number;
  number(name: string, limits: Limits): number;
  number(name: string, limits: Limits = NUMBERS[name as NumberKey]): number {
    const written = this.text(own(name));
    return (written === undefined ? undefined : numberIn(limits, written)) ?? limits.usual;
  }

  flag(name: FlagKey): boolean {
    return this.text(own(name)) === "true";
  }

  /** The value of `backup-plans:sameAccount`. */
  get sameAccount(): string | undefined {
    return this.text(own(SAME_ACCOUNT));
  }

  /** The numeric keys of the namespace `backup-plans`. */
  get numbers(): OwnNumbers {
    return { ...NUMBERS, ...this.added.numbers };
  }

  /** The accounts of all services, for which the namespace `backup-plans` may have objects. */
  get account(): Account {
    return this.added.account ?? {};
  }

  /** The names that the namespace `backup-plans` may have. */
  get ownKeys(): string[] {
    return [...OWN_KEYS, ...Object.keys(this.added.numbers ?? {}), ...Object.keys(this.account)];
  }

  /** The failures in the namespace `backup-plans`, in words. */
  get wrong(): readonly string[] {
    return this.found(ownFailures);
  }

  /** Returns what a search finds in these settings. It runs once: the engine asks for a thousand resources. */
  found(search: Search): readonly string[] {
    const findings = this.findings.get(search) ?? search(this);
    this.findings.set(search, findings);
    return findings;
  }

  /** Returns the configured value as text, read once: the engine asks for a thousand resources with the same keys. */
  text(key: string): string | undefined {
    if (!this.texts.has(key)) this.texts.set(key, textOf(this.config.get(key) ?? nestedValue(this.config, key)));
    return this.texts.get(key);
  }

  private find(key: string, variables: readonly string[]): { value: string; place: string } | undefined {
    const named = this.variableFor(key);
    const fallback = this.provider ? [] : variables;
    const written = this.text(key);
    if (named && this.env[named]) return { value: this.env[named], place: inVariable(named) };
    if (written)
      return { value: written, place: this.provider ? `in the explicit provider "${this.provider}"` : STACK };
    const variable = fallback.find((each) => this.env[each]);
    return variable === undefined ? undefined : { value: this.env[variable]!, place: inVariable(variable) };
  }
}

/** Returns a value as text: an explicit provider's inputs may be numbers and booleans. */
function textOf(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  return typeof value === "object" ? JSON.stringify(value) : `${value}`;
}

function inVariable(name: string): string {
  return `in the environment variable ${name}`;
}
