import type { z } from "zod";

export type Verb = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

type Names<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;

/** One line of the vendor's page: its route, and what it answers. */
export interface Endpoint<Reply, Name extends string = string> {
  readonly verb: Verb;
  readonly path: string;
  readonly reply: z.ZodType<Reply>;
  /** Whether sending it again changes nothing; reads are, and logins. */
  readonly safe: boolean;
  /** The names in the path, for the type checker. */
  readonly names?: Name;
}

export function endpoint<Route extends `${Verb} /${string}`, Reply>(
  route: Route,
  reply: z.ZodType<Reply>,
): Endpoint<Reply, Names<Route>> {
  const [verb, path] = route.split(" ") as [Verb, string];
  return { verb, path, reply, safe: verb === "GET" };
}

/** A write that may be repeated as a read may. */
export function repeatable<Reply, Name extends string>(to: Endpoint<Reply, Name>): Endpoint<Reply, Name> {
  return { ...to, safe: true };
}

/** The path with its names filled in, each encoded as one segment. */
export function fill(path: string, values: Record<string, string | number>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(`${values[name]}`));
}
