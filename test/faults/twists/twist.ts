import type { Exchange } from "../exchange";
import type { Answered } from "../strikes/strike";

/** A request, and what a gateway can do with it. */
export interface Passing {
  readonly exchange: Exchange;
  /** Path and query. */
  readonly url: string;
  /** Passes it on, to another address where one is given. */
  pass(url?: string): Promise<Answered>;
  /** Breaks the connection of whoever sent it. */
  drop(): void;
}

/** What others have, by its id. */
export type Foreign = ReadonlySet<string>;

/** Something between client and service that answers well-formed, and wrong. */
export interface Twist {
  readonly name: string;
  treat(passing: Passing): Promise<Answered>;
}

/** The answer with what `change` makes of its JSON. */
export function changed(answered: Answered, change: (json: unknown) => unknown): Answered {
  const text = answered.body.toString();
  if (!text.startsWith("{") || answered.status >= 400) return answered;
  const body = Buffer.from(JSON.stringify(change(JSON.parse(text))));
  return { ...answered, headers: ["content-type", "application/json", "content-length", `${body.length}`], body };
}

/** The answer with what `change` makes of each of its fields. */
export function withFields(answered: Answered, change: (name: string, value: unknown) => unknown): Answered {
  return changed(answered, (json) => JSON.parse(JSON.stringify(json), change));
}

type Row = Record<string, unknown>;

const isRows = (value: unknown): value is Row[] =>
  Array.isArray(value) && value.every((row) => row !== null && typeof row === "object" && "id" in row);

/** Each list of rows with what `change` makes of it. */
export function withRows(json: unknown, change: (rows: Row[]) => Row[]): unknown {
  return JSON.parse(JSON.stringify(json), (_, value) => (isRows(value) ? change(value) : value));
}
