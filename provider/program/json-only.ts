import * as pulumi from "@pulumi/pulumi";

/** The key under which a value that is not JSON reaches the check, which then refuses it by its path. */
const NOT_JSON = "__notJson";

/**
 * Marks values that are not JSON. Pulumi drops functions and turns dates into `{}` on the way to the provider, so that two
 * different values would become equal.
 */
export function jsonOnly(value: unknown, within: readonly object[] = []): unknown {
  if (pulumi.Output.isInstance(value)) return value.apply((known) => jsonOnly(known, within));
  if (value instanceof Promise) return value.then((known) => jsonOnly(known, within));
  if (typeof value === "object" && value !== null) {
    if (within.includes(value)) return notJson("cycle");
    const inside = [...within, value];
    return Array.isArray(value) ? value.map((item) => jsonOnly(item, inside)) : ofObject(value, inside);
  }
  if (typeof value === "function" || typeof value === "bigint" || typeof value === "symbol")
    return notJson(typeof value);
  if (typeof value === "number" && !Number.isFinite(value)) return notJson(String(value));
  return value;
}

function ofObject(value: object, inside: readonly object[]): unknown {
  if (pulumi.Resource.isInstance(value)) return value;
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== null && prototype !== Object.prototype) return notJson(prototype.constructor?.name ?? "object");
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, jsonOnly(item, inside)]));
}

function notJson(what: string): object {
  return { [NOT_JSON]: what };
}
