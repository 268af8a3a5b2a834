import { printable } from "../../core/ground/printable";
import type { Found, Takeover } from "../../core/kind/found";
import type { Discovered } from "./report";

/** Returns a program that adopts what can be adopted. A thing that a person has to complete or cannot adopt is a comment. */
export function typescript({ service, found, withoutPlan }: Discovered): string {
  const taken = new Set<string>();
  const blocks = found.filter(({ is }) => is !== "target").map((each) => block(each, taken));
  const names = new Map(found.flatMap(({ is, id, name }) => (is === "target" ? [[id, name]] : [])));
  const without = withoutPlan.map((id) => comment(`${id}${names.get(id) ? ` (${names.get(id)})` : ""}`));
  const list =
    without.length === 0
      ? ["// Every target has a plan that is seen."]
      : ["// Without a plan that is seen:", ...without];
  const head = [`// What backup-plans discover ${service} found. It writes no consent: read it before pulumi up.`];
  const isUsed = found.some(({ resource }) => resource && !isOpen(resource));
  const start = isUsed ? ['import * as backup from "pulumi-backup-plans";'] : ["export {};"];
  return `${[[...head, ...start], ...blocks, list].map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function block(found: Found, taken: Set<string>): string[] {
  const { is, id, name, status, note, resource } = found;
  const title = [`${is} ${id}`, name && `"${name}"`, status].filter(Boolean).join(", ");
  const about = comment(note ? `${title}: ${note}.` : title);
  if (!resource) return [about];
  const lines = statement(resource, nameFor(found, resource, taken));
  if (!isOpen(resource)) return [about, ...lines];
  return [about, "// Complete this, and remove the marks of the comment:", ...lines.map((line) => `// ${line}`)];
}

/** Returns whether a person has to write something that the service does not show. */
function isOpen({ unread = {} }: Takeover): boolean {
  return Object.keys(unread).length > 0;
}

function statement({ kind, args, unread = {} }: Takeover, name: string): string[] {
  const given = Object.entries(args).filter(
    ([key, value]) => value !== undefined && value !== null && !(key in unread),
  );
  const known = given.map(([key, value]) => `  ${key}: ${literal(value)},`);
  const open = Object.entries(unread).map(([key, why]) => `  // ${key}: ${why}; write it`);
  return [`new backup.${kind.replace(":", ".")}(${literal(name)}, {`, ...known, ...open, "});"];
}

/** Returns a value as TypeScript: JSON, with invisible line separators escaped. */
function literal(value: unknown): string {
  const json = Array.isArray(value) ? `[${value.map(literal).join(", ")}]` : JSON.stringify(value);
  return json.replace(/[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}

function comment(text: string): string {
  return `// ${printable(text)}`;
}

const LONGEST = 60;

/** Returns a logical name that no other resource of its kind has, from the vendor's name, else from the id. */
function nameFor({ is, id, name }: Found, { kind }: Takeover, taken: Set<string>): string {
  const plain = (name ?? "").replace(/[^\p{L}\p{N}_.-]+/gu, "-").replace(/^-+|-+$/g, "");
  const short = [...plain].slice(0, LONGEST).join("");
  const base = /[\p{L}\p{N}]/u.test(short) ? short : is.replace(" ", "-");
  let free = base === short ? base : `${base}-${id}`;
  for (let count = 1; taken.has(`${kind} ${free}`); count++) {
    free = count === 1 ? `${base}-${id}` : `${base}-${id}-${count}`;
  }
  taken.add(`${kind} ${free}`);
  return free;
}
