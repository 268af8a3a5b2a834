/** How Python writes what Trove puts into its messages and bodies. */

const unprintable = /[\p{C}\p{Zl}\p{Zp}\p{Zs}]/u;
const named: Record<string, string> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

function escaped(character: string, quote: string): string {
  if (character === quote) return `\\${character}`;
  if (named[character]) return named[character];
  if (character === " " || !unprintable.test(character)) return character;
  const hex = character.codePointAt(0)!.toString(16);
  if (hex.length <= 2) return `\\x${hex.padStart(2, "0")}`;
  return hex.length <= 4 ? `\\u${hex.padStart(4, "0")}` : `\\U${hex.padStart(8, "0")}`;
}

function quoted(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  return quote + [...text].map((character) => escaped(character, quote)).join("") + quote;
}

/** `repr(value)` of a value that came as JSON. */
export function repr(value: unknown): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "string") return quoted(value);
  if (Array.isArray(value)) return `[${value.map(repr).join(", ")}]`;
  if (typeof value !== "object") return String(value);
  const entries = Object.entries(value as object).map(([key, member]) => `${repr(key)}: ${repr(member)}`);
  return `{${entries.join(", ")}}`;
}

const ascii = (json: string) =>
  json.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** `json.dumps(value)`: spaces after commas and colons, ASCII only. */
export function dumps(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(dumps).join(", ")}]`;
  if (typeof value !== "object" || value === null) return ascii(JSON.stringify(value));
  const entries = Object.entries(value).map(([key, member]) => `${ascii(JSON.stringify(key))}: ${dumps(member)}`);
  return `{${entries.join(", ")}}`;
}

/** Whether `shlex.quote(text)` leaves it as it is. */
export const isShellSafe = (text: string): boolean => /^[\w@%+=:,./-]+$/.test(text);

/** `int(text)`; undefined where Python raises. */
export function toInt(text: string): number | undefined {
  return /^\s*[+-]?\d+\s*$/.test(text) ? Number(text) : undefined;
}
