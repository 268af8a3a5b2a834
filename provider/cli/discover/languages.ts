import type { Takeover } from "../../core/kind/found";

/** A language in which a program can be written. */
export interface Language {
  /** The beginning of a comment. */
  readonly sign: string;
  /** Returns the lines before the resources; `isUsed` says whether there are any. */
  start(isUsed: boolean): string[];
  /** Returns a resource. `given` are its arguments, and `open` are comments on those that a person has to write. */
  resource(
    kind: Takeover["kind"],
    name: string,
    given: readonly [string, unknown][],
    open: readonly string[],
  ): string[];
}

export const typescript: Language = {
  sign: "//",
  start: (isUsed) => [isUsed ? 'import * as backup from "pulumi-backup-plans";' : "export {};"],
  resource: (kind, name, given, open) => [
    `new backup.${kind.replace(":", ".")}(${literal(name)}, {`,
    ...given.map(([key, value]) => `  ${key}: ${literal(value)},`),
    ...open.map((line) => `  ${line}`),
    "});",
  ],
};

/** The resources of a program in YAML, which has the plugin. JSON is YAML, too. */
export const yaml: Language = {
  sign: "#",
  start: (isUsed) => [isUsed ? "resources:" : "resources: {}"],
  resource: (kind, name, given, open) => [
    `  ${literal(name)}:`,
    `    type: backup-plans:${kind}`,
    "    properties:",
    // Pulumi's YAML reads a value in ${}.
    ...given.map(([key, value]) => `      ${key}: ${literal(value).replaceAll("${", "$$$${")}`),
    ...open.map((line) => `      ${line}`),
  ],
};

/** Returns a value as JSON, with invisible line separators escaped. */
function literal(value: unknown): string {
  const json = Array.isArray(value) ? `[${value.map(literal).join(", ")}]` : JSON.stringify(value);
  return json.replace(/[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}
