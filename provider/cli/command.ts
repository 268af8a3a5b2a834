import { parseArgs } from "node:util";
import { printable } from "../core/ground/printable";
import { meant } from "./meant";

/** A command: `backup-plans <word>`. */
export interface Command {
  /** The text of `--help`. */
  usage: string;
  /** The options with a value, and those without; `--help` is always there. */
  values: readonly string[];
  flags: readonly string[];
  run(given: Given): Promise<number>;
}

export interface Given {
  /** The file argument, if any. */
  file: string | undefined;
  values: { readonly [name: string]: string | undefined };
  flags: ReadonlySet<string>;
}

/** Returns the given options, or an error that names the wrong one and its nearest word. */
export function parsed(args: readonly string[], { values, flags, usage }: Command): Given | "help" {
  const known = [...values, ...flags, "help"];
  const options = Object.fromEntries(
    known.map((name) => [name, { type: values.includes(name) ? "string" : "boolean" } as const]),
  );
  const { tokens } = parseArgs({
    args: [...args],
    options: { ...options, help: { type: "boolean", short: "h" } },
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const given = {
    file: undefined as string | undefined,
    values: {} as Record<string, string>,
    flags: new Set<string>(),
  };
  for (const token of tokens) {
    if (token.kind === "positional") {
      if (given.file !== undefined)
        throw new Error(
          `${printable(token.value)}: only one can be given, and ${printable(given.file)} is given already`,
        );
      given.file = token.value;
    }
    if (token.kind !== "option") continue;
    const { name, rawName, value } = token;
    if (!known.includes(name)) throw new Error(`${rawName}: no such option${meant(name, known, "--")}\n\n${usage}`);
    if (name === "help") return "help";
    if (values.includes(name)) {
      if (!value || value.startsWith("--")) throw new Error(`${rawName}: needs a value`);
      if (given.values[name] !== undefined) throw new Error(`${rawName}: is given twice, and only one would count`);
      given.values[name] = value;
    } else {
      if (value !== undefined) throw new Error(`${rawName}: takes no value`);
      given.flags.add(name);
    }
  }
  return given;
}

/** Returns the value of an option that takes one of these words. */
export function oneOf<Word extends string>(
  option: string,
  given: string | undefined,
  words: readonly [Word, ...Word[]],
) {
  if (given === undefined) return words[0];
  const word = words.find((each) => each === given);
  if (word === undefined) throw new Error(`--${option}: must be ${listed(words)}; given ${given}`);
  return word;
}

/** Returns the values of an option that takes several of these words, with commas. */
export function someOf(option: string, given: string | undefined, words: readonly string[]): string[] {
  if (given === undefined) return [];
  const named = given.split(",").flatMap((each) => each.trim() || []);
  if (named.length === 0) throw new Error(`--${option}: needs a value`);
  const wrong = named.find((each) => !words.includes(each));
  if (wrong === undefined) return named;
  throw new Error(`--${option}: must be ${listed(words)}, several with commas; given ${wrong}${meant(wrong, words)}`);
}

function listed(words: readonly string[]): string {
  return `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

/** Returns the time of `--now`, or of the clock. */
export function timeOf(given: string | undefined): Date {
  const now = given === undefined ? new Date() : new Date(given);
  if (Number.isNaN(now.getTime())) throw new Error(`--now: must be an ISO 8601 time; given ${given}`);
  return now;
}
