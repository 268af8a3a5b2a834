import { printable } from "../../core/ground/printable";
import type { Found, Takeover } from "../../core/kind/found";
import type { Language } from "./languages";
import type { Discovered } from "./report";

/** Returns a program that adopts what can be adopted. What a person has to complete or cannot adopt is a comment. */
export function program(language: Language, { service, found, withoutPlan }: Discovered): string {
  const comment = (text: string) => `${language.sign} ${printable(text)}`;
  const taken = new Set<string>();
  const blocks = found.filter(({ is }) => is !== "target").map((each) => block(language, each, taken));
  const names = new Map(found.flatMap(({ is, id, name }) => (is === "target" ? [[id, name]] : [])));
  const without = withoutPlan.map((id) => comment(`${id}${names.get(id) ? ` (${names.get(id)})` : ""}`));
  const list =
    without.length === 0
      ? [comment("Every target has a plan that is seen.")]
      : [comment("Without a plan that is seen:"), ...without];
  const head = comment(`What backup-plans discover ${service} found. It writes no consent: read it before pulumi up.`);
  const isUsed = found.some(({ resource }) => resource && !isOpen(resource));
  return `${[[head, ...language.start(isUsed)], ...blocks, list].map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function block(language: Language, found: Found, taken: Set<string>): string[] {
  const { is, id, name, status, note, resource } = found;
  const comment = (text: string) => `${language.sign} ${text}`;
  const title = [`${is} ${id}`, name && `"${name}"`, status].filter(Boolean).join(", ");
  const about = comment(printable(note ? `${title}: ${note}.` : title));
  if (!resource) return [about];
  const { kind, args, unread = {} } = resource;
  const given = Object.entries(args).filter(
    ([key, value]) => value !== undefined && value !== null && !(key in unread),
  );
  const open = Object.entries(unread).map(([key, why]) => comment(`${key}: ${why}; write it`));
  const lines = language.resource(kind, nameFor(found, taken), given, open);
  if (!isOpen(resource)) return [about, ...lines];
  return [about, comment("Complete this, and remove the marks of the comment:"), ...lines.map(comment)];
}

/** Returns whether a person has to write something that the service does not show. */
function isOpen({ unread = {} }: Takeover): boolean {
  return Object.keys(unread).length > 0;
}

const LONGEST = 60;

/** A logical name that no other resource has, from the vendor's name, else from the id. */
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
