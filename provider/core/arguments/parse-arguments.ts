import { isDeepStrictEqual } from "node:util";
import * as z from "zod";
import { nearMiss } from "../ground/near-miss";
import { visible } from "../ground/printable";
import { hasUnknown, UNKNOWN } from "../ground/unknowns";
import type { Common, Definition, Outputs } from "../kind/definition";
import { inner, said } from "../kind/fields";
import { fieldsOf, isHidden } from "./inputs";

interface Parsed {
  args: Outputs;
  refused: Set<string>;
  failures: string[];
}

/** Returns each argument in its canonical form, and the failures of their own rules. */
export function parseArguments<A extends Common>(
  definition: Definition<A>,
  news: Outputs,
  secrets: ReadonlySet<string>,
): Parsed {
  const fields = fieldsOf(definition);
  const parsed: Parsed = { args: {}, refused: new Set(), failures: [] };
  for (const [name, field] of Object.entries(fields)) {
    const { value, failures } = parseField(name, field, news[name] ?? undefined, secrets.has(name));
    if (failures.length > 0) parsed.refused.add(name);
    parsed.failures.push(...failures);
    parsed.args[name] = value;
  }
  for (const [name, value] of Object.entries(news)) {
    if (Object.hasOwn(fields, name) || isHidden(name) || value === undefined) continue;
    const near = nearestAmong(Object.keys(fields), name) || `. Its arguments: ${Object.keys(fields).join(", ")}`;
    parsed.failures.push(`${name}: is not an argument of ${definition.kind}${near}`);
  }
  return parsed;
}

/** Writes an argument as the stored one is written, where both mean the same: the change is none. */
export function keepWriting<A extends Common>(definition: Definition<A>, { args, refused }: Parsed, before: A) {
  const stored = before as Outputs;
  for (const [name, field] of Object.entries(fieldsOf(definition))) {
    const same = said(inner(field)).same as ((value: unknown) => unknown) | undefined;
    if (same === undefined || refused.has(name) || hasUnknown(args[name])) continue;
    if (isDeepStrictEqual(same(args[name]), same(stored[name]))) args[name] = stored[name];
  }
}

function parseField(name: string, field: z.ZodType, value: unknown, secret: boolean) {
  const notJson = pathsToNotJson(value, name);
  if (notJson.length > 0) return { value, failures: notJson };
  if (value === UNKNOWN) return { value, failures: [] };
  const result = field.safeParse(value);
  if (result.success) return { value: hasUnknown(value) ? value : result.data, failures: [] };
  const { rule: whole, words } = said(inner(field));
  // For a value that is no text, the rules on its characters are left out.
  const isNoText = inner(field) instanceof z.ZodString && value !== undefined && typeof value !== "string";
  const rule = isNoText && !/^must be (text|the|YYYY|HH|one)/.test(whole) ? `must be text, and ${whole}` : whole;
  if (value === undefined) return { value, failures: [`${name}: is required and ${rule}`] };
  const broken = result.error.issues.filter((issue) => !mayChange(value, issue));
  const near = typeof value === "string" && words && !secret ? nearestAmong(words, value) : "";
  const places = new Set(broken.map((issue) => [name, ...issue.path].join(".")));
  return { value, failures: [...places].map((place) => `${place}: ${rule}${given(value, secret)}${near}`) };
}

/** Returns whether the issue is about a part of the value that is not known yet, or about a whole with such a part. */
function mayChange(value: unknown, issue: z.core.$ZodIssue): boolean {
  if (issue.code === "unrecognized_keys" || issue.code === "invalid_key") return false;
  const part = issue.path.reduce<unknown>((whole, key) => (whole as Outputs | undefined)?.[key as string], value);
  return part === UNKNOWN || (hasUnknown(part) && issue.code !== "invalid_type" && issue.code !== "invalid_value");
}

function pathsToNotJson(value: unknown, path: string): string[] {
  if (typeof value !== "object" || value === null) return [];
  const mark = (value as { __notJson?: string }).__notJson;
  if (mark) return [`${path}: holds a value of type ${mark}; only JSON values can be stored and compared`];
  return Object.entries(value).flatMap(([key, item]) => pathsToNotJson(item, `${path}.${key}`));
}

export function given(value: unknown, secret: boolean): string {
  if (value === undefined || value === UNKNOWN) return "";
  const text = visible(JSON.stringify(value)).replaceAll(UNKNOWN, "not known yet");
  return `; given ${secret ? "[secret]" : text.length > 80 ? `${text.slice(0, 79)}…` : text}`;
}

function nearestAmong(words: readonly string[], word: string): string {
  const near = nearMiss(word, words);
  return near === undefined ? "" : `. Nearest: "${near}"`;
}
