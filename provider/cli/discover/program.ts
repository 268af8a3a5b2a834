import { printable } from "../../core/ground/printable";
import type { Found, Takeover } from "../../core/kind/found";
import type { Discovered } from "./report";

/** A language in which a program is written. */
export interface Language {
  /** The sign that begins a comment. */
  comment: string;
  /** Returns the lines before the resources; `isUsed` says whether there is any. */
  start(isUsed: boolean): string[];
  /** Returns the lines that declare a resource. */
  resource(takeover: Takeover, name: string, comment: (text: string) => string): string[];
}

/** Returns a program that adopts what can be adopted. A thing that a person has to complete or cannot adopt is a comment. */
export function program(language: Language, { service, found, withoutPlan }: Discovered): string {
  const comment = (text: string) => `${language.comment} ${printable(text)}`;
  const taken = new Set<string>();
  const blocks = found.filter(({ is }) => is !== "target").map((each) => block(each));
  const names = new Map(found.flatMap(({ is, id, name }) => (is === "target" ? [[id, name]] : [])));
  const without = withoutPlan.map((id) => comment(`${id}${names.get(id) ? ` (${names.get(id)})` : ""}`));
  const list =
    without.length === 0
      ? [comment("Every target has a plan that is seen.")]
      : [comment("Without a plan that is seen:"), ...without];
  const head = comment(`What backup-plans discover ${service} found. It writes no consent: read it before pulumi up.`);
  const isUsed = found.some(({ resource }) => resource && !isOpen(resource));
  return `${[[head, ...language.start(isUsed)], ...blocks, list].map((lines) => lines.join("\n")).join("\n\n")}\n`;

  function block(each: Found): string[] {
    const { is, id, name, status, note, resource } = each;
    const title = [`${is} ${id}`, name && `"${name}"`, status].filter(Boolean).join(", ");
    const about = comment(note ? `${title}: ${note}.` : title);
    if (!resource) return [about];
    const lines = language.resource(resource, nameFor(each, taken), comment);
    if (!isOpen(resource)) return [about, ...lines];
    const marked = lines.map((line) => `${language.comment} ${line}`);
    return [about, comment("Complete this, and remove the marks of the comment:"), ...marked];
  }
}

/** Returns the arguments that the service shows. */
export function knownIn({ args, unread = {} }: Takeover): [name: string, value: unknown][] {
  return Object.entries(args).filter(([key, value]) => value !== undefined && value !== null && !(key in unread));
}

/** Returns a value as JSON, with invisible line separators escaped. */
export function literal(value: unknown): string {
  const json = Array.isArray(value) ? `[${value.map(literal).join(", ")}]` : JSON.stringify(value);
  return json.replace(/[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}

/** Returns whether a person has to write something that the service does not show. */
function isOpen({ unread = {} }: Takeover): boolean {
  return Object.keys(unread).length > 0;
}

const LONGEST = 60;

/** Returns a logical name that no other resource of the program has, from the vendor's name, else from the id. */
function nameFor({ is, id, name }: Found, taken: Set<string>): string {
  const plain = (name ?? "").replace(/[^\p{L}\p{N}_.-]+/gu, "-").replace(/^-+|-+$/g, "");
  const short = [...plain].slice(0, LONGEST).join("");
  const base = /[\p{L}\p{N}]/u.test(short) ? short : is.replace(" ", "-");
  let free = base === short ? base : `${base}-${id}`;
  for (let count = 1; taken.has(free); count++) {
    free = count === 1 ? `${base}-${id}` : `${base}-${id}-${count}`;
  }
  taken.add(free);
  return free;
}
