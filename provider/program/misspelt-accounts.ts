import * as pulumi from "@pulumi/pulumi";
import { ACCOUNT_KEYS, type AccountService } from "./account-keys";

/** What is wrong with the arguments of an explicit provider. No value is told: it may be a secret. */
export function misspeltAccounts(args: unknown): string[] {
  if (!isPlain(args)) return [`its arguments must be an object of services: ${services.join(", ")}`];
  return Object.entries(args).flatMap(([service, account]) => {
    if (!isService(service)) return [`${service} is no service${meant(service, services)}`];
    if (account === undefined || account === null) return [];
    const keys = ACCOUNT_KEYS[service].flatMap((key) => [key, `${key}Env`]);
    if (!isPlain(account)) return [`${service} must be an object; its keys: ${keys.join(", ")}`];
    return Object.entries(account).flatMap(([key, value]) => wrongWith(`${service}.${key}`, key, value, keys));
  });
}

const services = Object.keys(ACCOUNT_KEYS);

function isService(name: string): name is AccountService {
  return Object.hasOwn(ACCOUNT_KEYS, name);
}

function wrongWith(place: string, key: string, value: unknown, keys: readonly string[]): string[] {
  if (!keys.includes(key)) return [`${place} is no key${meant(key, keys)}`];
  const isText = value === undefined || value === null || typeof value === "string";
  if (isText || pulumi.Output.isInstance(value) || value instanceof Promise) return [];
  const given = Array.isArray(value) ? "list" : typeof value;
  return [`${place} must be text, given a value of type ${given}`];
}

function meant(word: string, words: readonly string[]): string {
  // Loaded into the user's program where it is wanted alone.
  const { nearMiss } = require("../core/ground/near-miss") as typeof import("../core/ground/near-miss");
  const near = nearMiss(word, words);
  return near === undefined ? `; there are ${words.join(", ")}` : `; did you mean ${near}?`;
}

/** An output of a whole account or of all of them has no keys yet. */
function isPlain(value: unknown): value is object {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  return isObject && !pulumi.Output.isInstance(value) && !(value instanceof Promise);
}
