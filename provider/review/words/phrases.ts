import { stripVTControlCharacters } from "node:util";
import type { Which } from "../report";
import { code, escaped } from "./escape";

export function label({ name, kind, within }: Which): string {
  return `${code(cut(name, 120))} (${kind}${within ? ` in ${escaped(within)}` : ""})`;
}

export function resourcesIn(resources: readonly Which[]): string {
  const unique = [...new Map(resources.map((each) => [each.urn, each])).values()];
  return unique.map(label).join(", ");
}

/** Returns the line of a program that agrees to these losses. */
export function allowLine(allow: { [kind: string]: string }): string {
  const pairs = Object.entries(allow).map(([kind, value]) => `${JSON.stringify(kind)}: ${JSON.stringify(value)}`);
  return code(`allow: { ${pairs.join(", ")} }`);
}

/** Returns text without colours, and without the stack of an error in the program. */
export function prose(text: string): string {
  const [first = ""] = stripVTControlCharacters(text).split(/\n\s+at /);
  return escaped(first.trimEnd().replaceAll(" => ", " → "));
}

export function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
