import { BackupError } from "../ground/errors";
import { hasUnknown } from "../ground/unknowns";
import type { Settings } from "./settings";

/** What is wrong with the configuration of a service, and what is doubtful. */
export interface Configured {
  failures: string[];
  warnings: string[];
}

/** What a value must be: in words, and as a test. */
export interface Form {
  rule: string;
  fits(value: string): boolean;
  /** Told to nobody. */
  isSecret?: true;
}

/** A key, the form of its value, and the environment variables that also hold it. */
export type FormOfKey = readonly [key: string, form: Form, ...variables: string[]];

/** An address of a service. */
export const address: Form = {
  rule: "must be an http or https address, such as https://api.example.com",
  fits: (value) => URL.canParse(value) && /^https?:\/\/[^/]/i.test(value) && !/\s/.test(value),
};

export function oneOf(...words: string[]): Form {
  return { rule: `must be ${words.map((word) => `"${word}"`).join(" or ")}`, fits: (value) => words.includes(value) };
}

/** A secret that travels in a header, as HTTP allows: printable, and on one line. */
export const secretInHeader: Form = {
  rule: "must be one line of printable characters without spaces around it; its value has others (a line break at its end?)",
  fits: (value) => /^[\x21-\x7e\x80-\xff]([\t\x20-\x7e\x80-\xff]*[\x21-\x7e\x80-\xff])?$/.test(value),
  isSecret: true,
};

/** What is not in its form, each with its place, the rule and what was given. */
export function misformed(settings: Settings, forms: readonly FormOfKey[]): string[] {
  return forms.flatMap(([key, { rule, fits, isSecret }, ...variables]) => {
    const value = settings.get(key, ...variables);
    if (value === undefined || hasUnknown(value) || fits(value)) return [];
    const given = isSecret ? "" : `; given "${withoutLogin(value)}"`;
    return [`${key} ${settings.place(key, ...variables)} ${rule}${given}`];
  });
}

/** Outside a check nobody else tells it. */
export function insist(failures: readonly string[]): void {
  if (failures.length > 0) throw new BackupError(failures.join(". "));
}

/** An address may hold a login, also one that is not in its form: what stands before the last @ is not told. */
export function withoutLogin(value: string): string {
  return value.replace(/^([a-z]+:\/\/)?.*@/is, "$1[secret]@");
}
