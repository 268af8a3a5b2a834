import type { z } from "zod";
import { BackupError } from "../ground/errors";

type Verb = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

type Names<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;

/** One call of the vendor's API: its route and the schema of its answer. */
export interface Endpoint<Reply, Name extends string = string> {
  readonly verb: Verb;
  readonly path: string;
  readonly reply: z.ZodType<Reply>;
  /** Whether it may be sent twice: reads and logins may. */
  readonly safe: boolean;
  /** The parameters of the path, for the type checker. */
  readonly names?: Name;
}

export function endpoint<Route extends `${Verb} /${string}`, Reply>(
  route: Route,
  reply: z.ZodType<Reply>,
): Endpoint<Reply, Names<Route>> {
  const [verb, path] = route.split(" ") as [Verb, string];
  return { verb, path, reply, safe: verb === "GET" };
}

/** Returns a write that may be repeated as a read may. */
export function repeatable<Reply, Name extends string>(to: Endpoint<Reply, Name>): Endpoint<Reply, Name> {
  return { ...to, safe: true };
}

/**
 * The form of a segment of a path. A dot segment, a slash or an escape, which a server or a proxy may decode, would turn
 * the path of one backup into the path of something else.
 */
const SEGMENT = /^(?!\.{1,2}$)[\w.~:@-]{1,255}$/;

/**
 * Returns the value, such as a vendor's id, as one segment of a path.
 * @throws BackupError that names it, before anything is sent
 */
export function segment(name: string, value: string): string {
  if (SEGMENT.test(value)) return value;
  throw new BackupError(
    `${name}: ${JSON.stringify(value.slice(0, 80))} is no id, so nothing is sent: an id has 1 to 255 letters, digits or ` +
      "characters of . _ ~ : @ -. Correct it where it is written; if the service answered it, tell the service's operator",
  );
}

/** Returns whether an address can be followed by the paths of requests. */
export function isAddress(url: string): boolean {
  const path = /^[a-z]+:\/\/[^/?#\\]+((?:\/[^/]*)*)$/i.exec(url)?.[1];
  return URL.canParse(url) && (path ?? "%").split("/").every((each) => each === "" || SEGMENT.test(each));
}

/** Returns the path with its parameters filled in, each as one segment. */
export function fill(path: string, values: Record<string, string | number>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(segment(name, `${values[name]}`)));
}
