import { DateTime } from "luxon";
import { refusals } from "./refusals";

type Values = Record<string, unknown>;
export type Rule = (value: unknown, name: string) => string | undefined;

const words = (field: string) => field.replaceAll("_", " ");

const booleans = new Map<unknown, boolean>([
  [true, true],
  [1, true],
  ["1", true],
  [false, false],
  [0, false],
  ["0", false],
]);

/** Returns what Laravel's `boolean` rule takes: undefined for anything else. */
export const toBoolean = (value: unknown): boolean | undefined => booleans.get(value);

export const rules = {
  boolean: (value: unknown, name: string) =>
    booleans.has(value) ? undefined : `The ${name} field must be true or false.`,
  numeric: (value: unknown, name: string) =>
    typeof value === "number" || (typeof value === "string" && Number.isFinite(Number(value)))
      ? undefined
      : `The ${name} field must be a number.`,
  text: (value: unknown, name: string) =>
    typeof value === "string" ? undefined : `The ${name} field must be a string.`,
  array: (value: unknown, name: string) => (Array.isArray(value) ? undefined : `The ${name} field must be an array.`),
  oneOf: (allowed: readonly string[]) => (value: unknown, name: string) =>
    allowed.includes(value as string) ? undefined : `The selected ${name} is invalid.`,
  dateTime: (value: unknown, name: string) =>
    typeof value === "string" && DateTime.fromFormat(value, "yyyy-MM-dd HH:mm").isValid
      ? undefined
      : `The ${name} field must match the format Y-m-d H:i.`,
};

/** Laravel drops empty strings, so that one counts as missing. */
export function cleaned(body: unknown): Values {
  if (typeof body !== "object" || body === null || Array.isArray(body)) return {};
  return Object.fromEntries(Object.entries(body).map(([key, value]) => [key, value === "" ? null : value]));
}

export interface FieldRule {
  readonly rule: Rule;
  /** True, or the condition under which it is, as Laravel words it. */
  readonly required?: boolean | string | undefined;
}

/** Refuses with 422, naming every field that breaks its rule. */
export function validate(values: Values, fields: Record<string, FieldRule>): void {
  const errors: Record<string, string[]> = {};
  for (const [field, { rule, required }] of Object.entries(fields)) {
    const value = values[field] ?? null;
    if (value !== null) {
      const problem = rule(value, words(field));
      if (problem) errors[field] = [problem];
    } else if (required) {
      const condition = typeof required === "string" ? ` when ${required}` : "";
      errors[field] = [`The ${words(field)} field is required${condition}.`];
    }
  }
  if (Object.keys(errors).length > 0) throw refusals.invalid(errors);
}
