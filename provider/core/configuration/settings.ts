import * as z from "zod";
import { hasUnknown } from "../ground/unknowns";
import type { Account, AccountKey } from "./account";
import { accountIn, type Config, nameIn, nestedValue, objectOf, parsedJson } from "./nested";
import {
  FLAGS,
  type FlagKey,
  type Limits,
  NUMBERS,
  type NumberKey,
  numberIn,
  numberRule,
  OWN_KEYS,
  SAME_ACCOUNT,
  type ServiceKeys,
} from "./own-keys";

/**
 * Reads configuration keys in this order: the environment variable that an explicit provider names, the configuration of the
 * stack, the environment.
 */
export class Settings {
  /** The name of the explicit provider of these settings, if any. Such a provider never reads the environment by default. */
  readonly provider: string | undefined;
  private readonly fromEnv: Record<string, string>;
  private readonly texts = new Map<string, string | undefined>();

  constructor(
    private readonly config: Config = { get: () => undefined },
    private readonly env: NodeJS.ProcessEnv = process.env,
    /** The keys that the services add. */
    private readonly added: ServiceKeys = {},
  ) {
    this.provider = this.text("backup-plans:provider");
    this.fromEnv = parseObject(this.text(SECRETS)) ?? {};
  }

  /** Returns the value of `key`. `variables` are the environment variables that can hold it, in their order. */
  get(key: string, ...variables: string[]): string | undefined {
    return this.find(key, variables)?.value;
  }

  /** Returns the place of the value: `in the environment variable OS_PASSWORD`. */
  place(key: string, ...variables: string[]): string | undefined {
    return this.find(key, variables)?.place;
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

  /** Returns words for where a missing `key` can be written. */
  whereToSet(key: string, { variables = [], isOpen }: AccountKey): string {
    const [service, name] = key.split(":") as [string, string];
    const twin = this.provider && this.text(`${key}Env`);
    if (twin)
      return `${name}Env of the explicit provider "${this.provider}" names the environment variable ${twin}, which is not set`;
    if (this.provider) {
      return `write ${service}: { ${name}: … } (or ${name}Env) in the explicit provider "${this.provider}"`;
    }
    const named = this.fromEnv[key];
    if (named) return `backup-plans:secretsFromEnv names the environment variable ${named}, which is not set`;
    const environment = variables.length > 0 ? ` or set the environment variable ${variables.join(" or ")}` : "";
    return `run: pulumi config set ${this.argumentsToSet(key, !isOpen)}${environment}`;
  }

  /** Returns the arguments of `pulumi config set` for a key. */
  argumentsToSet(key: string, isSecret: boolean): string {
    const name = this.named(key);
    return `${name === key ? "" : "--path "}${isSecret ? "--secret " : ""}${name}`;
  }

  /** Returns the keys in the object of an account. */
  nestedKeys(namespace: string): string[] {
    return Object.keys(accountIn(this.config, namespace) ?? {});
  }

  /** Returns a number of the namespace `backup-plans`; its default where the written one is among `wrong`. */
  number(name: NumberKey): number;
  number(name: string, limits: Limits): number;
  number(name: string, limits: Limits = NUMBERS[name as NumberKey]): number {
    const written = this.text(own(name));
    return (written === undefined ? undefined : numberIn(limits, written)) ?? limits.usual;
  }

  /** The names that the namespace `backup-plans` may have. */
  get ownKeys(): string[] {
    return [...OWN_KEYS, ...Object.keys(this.added.numbers ?? {}), ...Object.keys(this.account)];
  }

  /** The accounts of all services, for which the namespace `backup-plans` may have objects. */
  get account(): Account {
    return this.added.account ?? {};
  }

  flag(name: FlagKey): boolean {
    return this.text(own(name)) === "true";
  }

  /** The value of `backup-plans:sameAccount`. */
  get sameAccount(): string | undefined {
    return this.text(own(SAME_ACCOUNT));
  }

  /** The failures in the namespace `backup-plans`, in words. */
  get wrong(): string[] {
    const numbers = Object.entries<Limits>({ ...NUMBERS, ...this.added.numbers }).flatMap(([name, limits]) =>
      this.refused(own(name), numberRule(limits), (written) => numberIn(limits, written) !== undefined),
    );
    const flags = FLAGS.flatMap((name) =>
      this.refused(own(name), "must be true or false", (written) => written === "true" || written === "false"),
    );
    const isObject = (written: string) => written === "" || parseObject(written) !== undefined;
    const accounts = Object.keys(this.account).filter(
      (name) => this.text(objectOf(name)) !== undefined && !accountIn(this.config, name),
    );
    // The value may be a secret in the wrong place, so it is not shown.
    const noObjects = accounts.map((name) => `${objectOf(name)} must be an object with the keys of ${name}`);
    return [...numbers, ...flags, ...this.refused(SECRETS, OBJECT, isObject), ...noObjects];
  }

  private find(key: string, variables: readonly string[]): { value: string; place: string } | undefined {
    const named = this.provider ? this.text(`${key}Env`) : this.fromEnv[key];
    const fallback = this.provider ? [] : variables;
    const written = this.text(key);
    if (named && this.env[named]) return { value: this.env[named], place: inVariable(named) };
    if (written)
      return { value: written, place: this.provider ? `in the explicit provider "${this.provider}"` : STACK };
    const variable = fallback.find((each) => this.env[each]);
    return variable === undefined ? undefined : { value: this.env[variable]!, place: inVariable(variable) };
  }

  private refused(key: string, rule: string, isAllowed: (written: string) => boolean): string[] {
    const written = this.text(key);
    if (written === undefined || hasUnknown(written) || isAllowed(written)) return [];
    // The value may be a secret, so it is not shown.
    return [key === SECRETS ? `${key} ${rule}` : `${key} ${rule}; given "${written}"`];
  }

  /** Returns a value as text, read once: the engine asks for a thousand resources with the same keys. */
  private text(key: string): string | undefined {
    if (!this.texts.has(key)) this.texts.set(key, textOf(this.config.get(key) ?? nestedValue(this.config, key)));
    return this.texts.get(key);
  }
}

/** Returns a value as text: an explicit provider's inputs may be numbers and booleans. */
function textOf(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  return typeof value === "object" ? JSON.stringify(value) : `${value}`;
}

const SECRETS = own("secretsFromEnv");
const OBJECT = 'must be an object, {"service:key": "ENVIRONMENT_VARIABLE"}';
/** The words for the stack's configuration as a place. */
export const STACK = "in the stack configuration";

function own(name: string): string {
  return `backup-plans:${name}`;
}

function inVariable(name: string): string {
  return `in the environment variable ${name}`;
}

function parseObject(json: string | undefined): Record<string, string> | undefined {
  if (!json) return undefined;
  return variables.safeParse(parsedJson(json)).data;
}

const variables = z.record(z.string(), z.string());
