import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { askedFor } from "../ground/asked-for";
import type { Common, Identity, Outputs } from "../kind/definition";

export interface NameRule {
  limit: number;
  /** The characters that a name may not hold. */
  forbidden: RegExp;
  /** Put before a logical name that does not begin with a letter. */
  prefix: string;
}

const MARK_LENGTH = 7;

/** How many earlier names are remembered: what was made a day ago is taken over no more. */
const MOST_FORMER = 20;

/** A letter, the hyphen and the mark: what is shorter could not be told from the names that others give. */
export const SHORTEST_NAME = 1 + 1 + MARK_LENGTH;

/**
 * A name that marks a recovery point as ours: the logical name made valid and shortened, and digits of a hash over
 * whose it is and all that was asked for. It stays while these stay. What asks once more for what was asked for before
 * has the name of what it replaces in its hash, too, and so another name.
 */
export function generatedName<A extends Common>(args: A, identity: Identity, rule: NameRule): string {
  const { owner, stored, former, isReplaced } = identity;
  const asked = withoutName(args);
  if (!isReplaced && stored?.name !== undefined && isDeepStrictEqual(asked, withoutName(stored))) return stored.name;
  const plain = markOf([owner, asked]);
  const mark = former.includes(plain) ? markOf([owner, asked, stored?.name]) : plain;
  const valid = identity.logicalName.replace(rule.forbidden, "-");
  const started = /^[A-Za-z]/.test(valid) ? valid : `${rule.prefix}${valid}`;
  return `${started.slice(0, rule.limit - MARK_LENGTH - 1)}-${mark}`;
}

/** The marks of what the resource was before, that of what is stored among them. */
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
