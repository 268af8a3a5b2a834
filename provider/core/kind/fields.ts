import { DateTime } from "luxon";
import * as z from "zod";

/** The rule of a field for documentation and refusals. `words` are the allowed values; a refusal names the nearest one. */
type Said = {
  rule: string;
  words?: readonly string[];
  /** Values of which it makes the same mean the same: a change from one to the other is none. */
  same?: (value: never) => unknown;
};

/** A UUID in letters of either case. */
export const UUID = /^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$/;

export type Fields = Record<string, z.ZodType>;

export function said(field: z.ZodType): Said {
  return (inner(field).meta() as Said | undefined) ?? { rule: "is not valid" };
}

export function inner(field: z.ZodType): z.ZodType {
  return field instanceof z.ZodOptional ? inner(field.unwrap() as z.ZodType) : field;
}

/** A whole number above 0, such as a vendor's id. Digits in a string are accepted. */
export function wholeNumber() {
  return z.preprocess(number, z.int().positive()).meta({ rule: "must be a whole number above 0" });
}

/** A whole number from `least` to `most`, both included. Digits in a string are accepted. */
export function numberFrom(least: number, most: number, rule = `must be a whole number from ${least} to ${most}`) {
  return z.preprocess(number, z.int().min(least).max(most)).meta({ rule });
}

function number(value: unknown): unknown {
  return typeof value === "string" && /^\d+$/.test(value) ? Number(value) : value;
}

/** `true` or `false`; 1 and 0 are accepted for them. */
export function flag() {
  const boolean = (value: unknown) => (value === 1 ? true : value === 0 ? false : value);
  return z.preprocess(boolean, z.boolean()).meta({ rule: "must be true or false" });
}

export function oneOf<const W extends readonly [string, ...string[]]>(words: W) {
  const list = words.map((word) => `"${word}"`);
  const rule = list.length === 1 ? `must be ${list[0]}` : `must be ${list.slice(0, -1).join(", ")} or ${list.at(-1)}`;
  return z.enum(words).meta({ rule, words });
}

export function text(rule: string, pattern: RegExp) {
  return z.string().regex(pattern).meta({ rule });
}

/** Returns a field whose values mean the same where `same` makes the same of them. */
export function alike<F extends z.ZodType>(field: F, same: (value: z.output<F> | undefined) => unknown): F {
  return field.meta({ same }) as F;
}

/** An id of the vendor's, which letters of either case write. */
export function id(rule: string, pattern: RegExp) {
  return alike(text(rule, pattern), (value) => value?.toLowerCase());
}

/** `YYYY-MM-DD HH:MM`: a day and a time that exist in the calendar. */
export function dateAndTime() {
  const exact = (value: string) => /^\d{4}-\d\d-\d\d ([01]\d|2[0-3]):\d\d$/.test(value) && timeIn(value).isValid;
  return z.string().refine(exact).meta({ rule: "must be YYYY-MM-DD HH:MM, a day and a time that the calendar has" });
}

/** The form of `dateAndTime` for luxon. */
export const DATE_AND_TIME = "yyyy-MM-dd HH:mm";

/** Returns the time that a value of `dateAndTime` means in a zone. */
export function timeIn(value: string, zone = "utc"): DateTime {
  return DateTime.fromFormat(value, DATE_AND_TIME, { zone });
}
