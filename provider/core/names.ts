import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { askedFor } from "./asked-for";
import type { Common, Identity } from "./definition";

export interface NameRule {
  limit: number;
  /** What a name may not hold. */
  forbidden: RegExp;
  /** Put before a logical name that does not begin with a letter. */
  prefix: string;
}

const MARK_LENGTH = 7;

/** A letter, the hyphen and the mark: what is shorter could not be told from the names that others give. */
export const SHORTEST_NAME = 1 + 1 + MARK_LENGTH;

/**
 * A name that marks a recovery point as ours: the logical name made valid and shortened, and digits of a hash over
 * whose it is, all that was asked for, and the name of what it replaces. It stays while these stay, and differs for each
 * replacement, also for one that asks for what was asked for before.
 */
export function generatedName<A extends Common>(args: A, identity: Identity, rule: NameRule): string {
  const asked = withoutName(args);
  const stored = identity.stored;
  if (stored?.name !== undefined && isDeepStrictEqual(asked, withoutName(stored))) return stored.name;
  const mark = createHash("sha256")
    .update(JSON.stringify([identity.owner, asked, ...(stored?.name === undefined ? [] : [stored.name])]))
    .digest("hex")
    .slice(0, MARK_LENGTH);
  const valid = identity.logicalName.replace(rule.forbidden, "-");
  const started = /^[A-Za-z]/.test(valid) ? valid : `${rule.prefix}${valid}`;
  return `${started.slice(0, rule.limit - MARK_LENGTH - 1)}-${mark}`;
}

function withoutName(args: object) {
  return askedFor(args).filter(([name]) => name !== "name");
}
