import * as pulumi from "@pulumi/pulumi";
import type { Account } from "../core/configuration/account";

/** Returns the failures in the arguments of an explicit provider. They show no value: it may be a secret. */
export function misspeltAccounts(account: Account, args: unknown): string[] {
  const names = Object.keys(account);
  if (!isPlain(args)) return [`its arguments must be an object of services: ${names.join(", ")}`];
  return Object.entries(args).flatMap(([name, given]) => {
    if (!Object.hasOwn(account, name)) return [`${name} is no service${meant(name, names)}`];
    if (given === undefined || given === null) return [];
    const keys = Object.keys(account[name] ?? {}).flatMap((key) => [key, `${key}Env`]);
    if (!isPlain(given)) return [`${name} must be an object; its keys: ${keys.join(", ")}`];
    return Object.entries(given).flatMap(([key, value]) => wrongWith(`${name}.${key}`, key, value, keys));
  });
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

/** Returns whether the value is a plain object. An output of a whole account, or of all of them, has no keys yet. */
function isPlain(value: unknown): value is object {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  return isObject && !pulumi.Output.isInstance(value) && !(value instanceof Promise);
}
