import { repr } from "./python-text";

/** As much of JSON Schema (draft 4) as Trove's schemas for backups use. */
export interface Schema {
  readonly type: "object" | "string" | "integer" | "number";
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: false;
  readonly minLength?: 1;
  readonly maxLength?: number;
  /** A Python regular expression; a dot stands for anything but a line break. */
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
}

interface Problem {
  readonly path: readonly string[];
  readonly message: string;
}

type Fields = Record<string, unknown>;
const isObject = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isOfType: Record<Schema["type"], (value: unknown) => boolean> = {
  object: isObject,
  string: (value) => typeof value === "string",
  integer: Number.isInteger,
  number: (value) => typeof value === "number",
};

/** Python's `$` also stands before a line break at the end. */
function matches(pattern: string, text: string): boolean {
  return new RegExp(pattern.replaceAll(".", "[^\\n]")).test(text.replace(/\n$/, ""));
}

function textProblems(schema: Schema, text: string): string[] {
  const length = [...text].length;
  const messages: string[] = [];
  if (length < (schema.minLength ?? 0)) messages.push("should be non-empty");
  if (length > (schema.maxLength ?? Number.POSITIVE_INFINITY)) messages.push("is too long");
  if (schema.pattern && !matches(schema.pattern, text)) messages.push(`does not match ${repr(schema.pattern)}`);
  return messages.map((message) => `${repr(text)} ${message}`);
}

function numberProblems({ minimum, maximum }: Schema, value: number): string[] {
  if (minimum !== undefined && value < minimum) return [`${value} is less than the minimum of ${minimum}`];
  if (maximum !== undefined && value > maximum) return [`${value} is greater than the maximum of ${maximum}`];
  return [];
}

function objectProblems(schema: Schema, value: Fields): string[] {
  const properties = schema.properties ?? {};
  const messages = (schema.required ?? [])
    .filter((name) => !Object.hasOwn(value, name))
    .map((name) => `${repr(name)} is a required property`);
  const extra = Object.keys(value).filter((name) => !Object.hasOwn(properties, name));
  if (schema.additionalProperties === false && extra.length > 0) {
    const were = extra.length === 1 ? "was" : "were";
    messages.unshift(`Additional properties are not allowed (${extra.map(repr).join(", ")} ${were} unexpected)`);
  }
  return messages;
}

function problemsOf(schema: Schema, value: unknown, path: readonly string[] = []): Problem[] {
  if (!isOfType[schema.type](value)) return [{ path, message: `${repr(value)} is not of type ${repr(schema.type)}` }];
  const here = (messages: string[]) => messages.map((message) => ({ path, message }));
  if (typeof value === "string") return here(textProblems(schema, value));
  if (typeof value === "number") return here(numberProblems(schema, value));
  const fields = value as Fields;
  const inside = Object.entries(schema.properties ?? {})
    .filter(([name]) => Object.hasOwn(fields, name))
    .flatMap(([name, member]) => problemsOf(member, fields[name], [...path, name]));
  return [...here(objectProblems(schema, fields)), ...inside];
}

function byPath(a: Problem, b: Problem): number {
  for (const [index, name] of a.path.entries()) {
    const other = b.path[index];
    if (other === undefined || name > other) return 1;
    if (name < other) return -1;
  }
  return a.path.length - b.path.length;
}

/**
 * Trove's sentence about everything that is wrong with a body; "" when nothing is. Undefined when the body as a whole
 * is wrong: Trove fails to say so.
 */
export function validationMessage(schema: Schema, body: unknown): string | undefined {
  const problems = problemsOf(schema, body).sort(byPath);
  if (problems.length === 0) return "";
  if (problems[0]!.path.length === 0) return undefined;
  const lines = problems.map(({ path: [first, ...rest], message }) => {
    const place = first + rest.map((name) => `[${repr(name)}]`).join("");
    return `${place} ${message}`;
  });
  return `Validation error: ${lines.join("; ")}`;
}
