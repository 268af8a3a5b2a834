import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { askedFor } from "../ground/asked-for";
import type { Common, Identity, Outputs } from "../kind/definition";

export interface NameRule {
  limit: number;
  /** The characters that a name must not have. */
  forbidden: RegExp;
}

const MARK_LENGTH = 7;

/** The number of earlier names that the state keeps. Older ones are not needed: nothing older than a day is taken over. */
const MOST_FORMER = 20;

/** A letter, the hyphen and the mark. A shorter name could be one that somebody else gives. */
export const SHORTEST_NAME = 1 + 1 + MARK_LENGTH;

/**
 * Returns the generated name, which marks a recovery point: the logical name made valid and shortened, and digits of a hash
 * over the identity of the resource and the arguments of the request. It stays while these stay. A replacement with equal
 * arguments also has the replaced name in its hash, and so another name.
 */
export function generatedName<A extends Common>(args: A, identity: Identity, rule: NameRule): string {
  const { owner, stored, former, isReplaced } = identity;
  const asked = withoutName(args);
  if (!isReplaced && stored?.name !== undefined && isDeepStrictEqual(asked, withoutName(stored))) return stored.name;
  const plain = markOf([owner, asked]);
  const mark = former.includes(plain) ? markOf([owner, asked, stored?.name]) : plain;
  const valid = identity.logicalName.replace(rule.forbidden, "-");
  const started = /^[A-Za-z]/.test(valid) ? valid : `b-${valid}`;
  return `${started.slice(0, rule.limit - MARK_LENGTH - 1)}-${mark}`;
}

/** Returns the marks of earlier names, including the stored one. */
export function formerMarks({ name, __former }: Outputs): string[] {
  if (typeof name !== "string") return [];
  return [...new Set([...((__former as string[] | undefined) ?? []), name.slice(-MARK_LENGTH)])].slice(-MOST_FORMER);
}

function markOf(named: unknown): string {
  return createHash("sha256").update(JSON.stringify(named)).digest("hex").slice(0, MARK_LENGTH);
}

function withoutName(args: object) {
  return askedFor(args).filter(([name]) => name !== "name");
}
