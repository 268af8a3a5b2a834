import { BackupError, RefusalsError } from "../ground/errors";
import type { FormName } from "./account";
import { parsedJson } from "./nested";

/** The failures and warnings about a service's configuration. */
export interface Configured {
  failures: string[];
  warnings: string[];
}

/** The form of a value, in words and as a test. */
interface Form {
  rule: string;
  fits(value: string): boolean;
}

/** The form of a service's address. A login in it would be sent in place of the token. */
export const address: Form = {
  rule: "must be an http or https address without a login, %, ? and #, such as https://api.example.com",
  fits: (value) => URL.canParse(value) && /^https?:\/\/[^/?#%\\@\s]+(\/[^?#%\\\s]*)?$/i.test(value),
};

/** The form of a secret that is sent in a header: printable characters on one line, as HTTP wants. */
const header: Form = {
  rule: "must be one line of printable characters without spaces at its ends; look for a line break at the end",
  fits: (value) => /^[\x21-\x7e\x80-\xff]([\t\x20-\x7e\x80-\xff]*[\x21-\x7e\x80-\xff])?$/.test(value),
};

/** The form of every value. Settings have an object or a list as its JSON. */
const text: Form = {
  rule: "must be text, and is an object or a list",
  fits: (value) => !/^[[{]/.test(value) || parsedJson(value) === undefined,
};

/** Returns the form for the word in an account's data that a value must have. */
export function formOf(name: FormName | undefined, value: string): Form {
  if (name === undefined || !text.fits(value)) return text;
  if (typeof name === "string") return { address, header }[name];
  return { rule: `must be ${name.map((word) => `"${word}"`).join(" or ")}`, fits: (value) => name.includes(value) };
}

/** Throws the failures of a configuration, for operations beside `check`. */
export function insist(failures: readonly string[]): void {
  if (failures.length > 0) throw new BackupError(failures.join(". "));
}

/** Throws one error with everything that is missing for a service. */
export function insistOnAll(service: string, missing: readonly string[]): void {
  const [first, second] = missing;
  if (first === undefined) return;
  if (second === undefined) throw new BackupError(first);
  throw new RefusalsError([
    `${service} needs ${missing.length} keys that have no value:`,
    ...missing.map((each) => `  ${each}`),
  ]);
}

/** Returns an address without a login: everything before the last @ is left out. */
export function withoutLogin(value: string): string {
  return value.replace(/^([a-z]+:\/\/)?.*@/is, "$1[secret]@");
}
