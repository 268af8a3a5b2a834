import { closest, distance } from "fastest-levenshtein";
import type { z } from "zod";
import type { Loss } from "../plan/losses";
import type { Common, Definition, Identity, Outputs, World } from "./definition";
import { takenBy } from "./exclusive";
import { inner, said } from "./fields";
import { argumentsAmong, fieldsOf, isHidden } from "./inputs";
import { Redactor } from "./redact";
import { guarded, hasUnknown, UNKNOWN, whenDecided } from "./unknowns";
import { View } from "./view";

export interface Checked {
  inputs: Outputs;
  failures: string[];
  /** What the change takes away; nothing at a creation. */
  losses: Loss[];
}

/**
 * Every rule of a resource, all failures at once. What hangs on a value that is not known yet is left open for that
 * value alone; the engine checks again when everything is known, before any request.
 */
export function check<A extends Common>(
  definition: Definition<A>,
  olds: Outputs,
  news: Outputs,
  world: World,
): Checked {
  const secrets = new Set((news.__secrets as string[] | undefined) ?? []);
  const stored = Object.keys(olds).length > 0 ? argumentsAmong(definition, olds) : undefined;
  const parsed = parse(definition, news, secrets);
  const args = parsed.args as A;
  const undecided = (name: string) => parsed.refused.has(name);

  for (const [name, derive] of Object.entries(definition.derived) as [keyof A & string, Derive<A>][]) {
    args[name] ??= whenDecided(() => derive(guarded(args, undecided), identityOf(news, stored)), UNKNOWN as never);
  }
  const failures = [...parsed.failures];
  for (const [property, broken] of definition.rules) {
    const problem = whenDecided(() => broken(guarded(args, undecided), stored, world), undefined);
    if (problem) failures.push(`${property}: ${problem}${given(args[property as keyof A], secrets.has(property))}`);
  }
  const taken = takenBy(definition, guarded(args, undecided), `${news.__owner}`);
  if (taken) failures.push(taken);
  const redactor = secretsOf(secrets, olds, news);
  const hidden = Object.entries(news).filter(([name]) => isHidden(name));
  if (definition.derived.name && args.name !== undefined && news.name === undefined) hidden.push(["__marked", true]);
  const summary = () => redactor.clean(definition.summary(new View(args, secrets)));
  const checked = { ...(args as Outputs), ...Object.fromEntries(hidden) };
  // Of what is refused nothing can be derived, and the engine takes no unknown value when it is about to act.
  const inputs = failures.length > 0 ? news : withoutAbsent({ ...checked, summary: summary() });
  const losses = stored ? lossesOf(definition, stored, args, undecided) : [];
  return { inputs, failures: failures.map((failure) => redactor.clean(failure)), losses };
}

type Derive<A> = (args: A, identity: Identity) => A[keyof A & string];

/** What the change from `stored` to `args` takes away. */
export function lossesOf<A extends Common>(
  definition: Definition<A>,
  stored: A,
  args: A,
  undecided: (name: string) => boolean = () => false,
): Loss[] {
  const losses = definition.losses.map((loss) => whenDecided(() => loss(stored, guarded(args, undecided)), undefined));
  return losses.filter((loss) => loss !== undefined);
}

interface Parsed {
  args: Outputs;
  refused: Set<string>;
  failures: string[];
}

function parse<A extends Common>(definition: Definition<A>, news: Outputs, secrets: ReadonlySet<string>): Parsed {
  const fields = fieldsOf(definition);
  const parsed: Parsed = { args: {}, refused: new Set(), failures: [] };
  for (const [name, field] of Object.entries(fields)) {
    const { value, failures } = parseField(name, field, news[name] ?? undefined, secrets.has(name));
    if (failures.length > 0) parsed.refused.add(name);
    parsed.failures.push(...failures);
    parsed.args[name] = value;
  }
  for (const [name, value] of Object.entries(news)) {
    if (name in fields || isHidden(name) || value === undefined) continue;
    parsed.failures.push(
      `${name}: is not an argument of ${definition.kind}. Nearest: "${nearest(name, Object.keys(fields))}"`,
    );
  }
  return parsed;
}

function parseField(name: string, field: z.ZodType, value: unknown, secret: boolean) {
  const { rule, words } = said(inner(field));
  const notJson = pathsToNotJson(value, name);
  if (notJson.length > 0) return { value, failures: notJson };
  if (value === UNKNOWN) return { value, failures: [] };
  const result = field.safeParse(value);
  if (result.success) return { value: hasUnknown(value) ? value : result.data, failures: [] };
  if (value === undefined) return { value, failures: [`${name}: is required and ${rule}`] };
  const broken = result.error.issues.filter((issue) => !mayChange(value, issue));
  const near = typeof value === "string" && words && !secret ? nearMiss(value, words) : "";
  const places = new Set(broken.map((issue) => [name, ...issue.path].join(".")));
  return { value, failures: [...places].map((place) => `${place}: ${rule}${given(value, secret)}${near}`) };
}

/** Whether the issue concerns a part of the value that is not known yet, or a whole that such a part belongs to. */
function mayChange(value: unknown, issue: z.core.$ZodIssue): boolean {
  const part = issue.path.reduce<unknown>((whole, key) => (whole as Outputs | undefined)?.[key as string], value);
  const structural = ["invalid_type", "unrecognized_keys"].includes(issue.code);
  return part === UNKNOWN || (hasUnknown(part) && !structural);
}

function pathsToNotJson(value: unknown, path: string): string[] {
  if (typeof value !== "object" || value === null) return [];
  const mark = (value as { __notJson?: string }).__notJson;
  if (mark) return [`${path}: holds a value of type ${mark}; only JSON values can be stored and compared`];
  return Object.entries(value).flatMap(([key, item]) => pathsToNotJson(item, `${path}.${key}`));
}

function given(value: unknown, secret: boolean): string {
  if (value === undefined || value === UNKNOWN) return "";
  const text = JSON.stringify(value);
  return `; given ${secret ? "[secret]" : text.length > 80 ? `${text.slice(0, 79)}…` : text}`;
}

function nearest(word: string, words: readonly string[]): string {
  const given = word.toLowerCase();
  const lower = words.map((each) => each.toLowerCase());
  const holding = lower.findIndex((each) => each.startsWith(given) || given.startsWith(each));
  return words[holding >= 0 ? holding : lower.indexOf(closest(given, lower))] as string;
}

function nearMiss(word: string, words: readonly string[]): string {
  const near = nearest(word, words);
  return distance(word.toLowerCase(), near.toLowerCase()) <= Math.max(2, near.length / 2) ? `. Nearest: "${near}"` : "";
}

function identityOf(news: Outputs, stored: Common | undefined): Identity {
  const owner = `${news.__owner ?? ""}`;
  return { owner, logicalName: owner.slice(owner.lastIndexOf("::") + 2), stored };
}

/** The values that the program marked secret, as they are and as they were. */
export function secretsOf(names: ReadonlySet<string>, ...holders: Outputs[]): Redactor {
  const redactor = new Redactor();
  for (const holder of holders) for (const name of names) redactor.add(holder[name]);
  return redactor;
}

function withoutAbsent(inputs: Outputs): Outputs {
  return Object.fromEntries(Object.entries(inputs).filter(([, value]) => value !== undefined));
}
