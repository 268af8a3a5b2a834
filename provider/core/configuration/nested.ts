import type { dynamic } from "@pulumi/pulumi";

/** The configuration. Pulumi shows a plugin the namespace `backup-plans` alone, so accounts can stand there as objects. */
export type Config = Pick<dynamic.Config, "get"> & { readonly showsOwnNamespaceAlone?: true };

/** Returns a key's value in the account's object: `cloud:token` is `token` in `backup-plans:cloud`. */
export function nestedValue(config: Config, key: string): unknown {
  const [namespace, name] = key.split(":") as [string, string];
  const account = accountIn(config, namespace);
  return account && Object.hasOwn(account, name) ? account[name] : undefined;
}

/** Returns the object of an account; nothing where there is none, or it is no object. */
export function accountIn(config: Config, namespace: string): Record<string, unknown> | undefined {
  const written: unknown = config.get(objectOf(namespace));
  const value = typeof written === "string" ? parsedJson(written) : written;
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : undefined;
}

/** Returns the key of an account's object. */
export function objectOf(namespace: string): string {
  return `backup-plans:${namespace}`;
}

/** Returns the arguments of `pulumi config set` for a key. */
export function argumentsToSet(config: Config, key: string, isSecret: boolean): string {
  const secret = isSecret ? "--secret " : "";
  if (!config.showsOwnNamespaceAlone) return secret + key;
  return `--path ${secret}${objectOf(key.replace(":", "."))}`;
}

export function parsedJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
