import type { dynamic } from "@pulumi/pulumi";

/** Where Pulumi shows a provider its own namespace alone, accounts are written in objects there. */
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

/** Returns a key's name as the configuration has it: a path into the account's object where there is one, or nothing else is shown. */
export function nameIn(config: Config, key: string): string {
  const [namespace] = key.split(":") as [string];
  const isFlat = !config.showsOwnNamespaceAlone && (config.get(key) !== undefined || !accountIn(config, namespace));
  return isFlat ? key : objectOf(key.replace(":", "."));
}

export function parsedJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
