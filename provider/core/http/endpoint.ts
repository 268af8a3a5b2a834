import type { z } from "zod";
import { BackupError } from "../ground/errors";

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

/**
 * A segment of a path, whatever encoding a server or a proxy undoes. A dot segment, a slash or an escape would turn the path
 * of a backup into the path of something else.
 */
const SEGMENT = /^(?!\.{1,2}$)[\w.~:@-]{1,255}$/;

/**
 * The value, which is to be one segment of a path: a vendor's id.
 * @throws BackupError that names it, before anything is sent
 */
export function segment(name: string, value: string): string {
  if (SEGMENT.test(value)) return value;
  throw new BackupError(
    `${name}: ${JSON.stringify(value.slice(0, 80))} is no id, so nothing is sent: an id has 1 to 255 letters, digits or ` +
      "characters of . _ ~ : @ -. Correct it where it is written; if the service answered it, tell the service's operator",
  );
}

/** Whether the address of a service is what it seems to be: the paths of requests are put behind it. */
export function isAddress(url: string): boolean {
  const path = /^[a-z]+:\/\/[^/?#\\]+((?:\/[^/]*)*)$/i.exec(url)?.[1];
  return URL.canParse(url) && (path ?? "%").split("/").every((each) => each === "" || SEGMENT.test(each));
}

/** The path with its names filled in, each as one segment. */
export function fill(path: string, values: Record<string, string | number>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(segment(name, `${values[name]}`)));
}
