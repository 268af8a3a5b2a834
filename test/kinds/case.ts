import type { Fields } from "../../provider/core/kind/fields";

export type Args = Record<string, unknown>;

/** A rule, broken alone. */
export interface Broken {
  /** The mistake, after the name of the property. */
  what: string;
  property: string;
  /** Over the valid arguments; `undefined` leaves one out. */
  with: Args;
  /** Words of the failure. */
  says: string | RegExp;
  /** The other arguments that the rule reads: while one of them is not known, it is left open. */
  hangsOn?: string[];
  /** Over the valid arguments: what is stored before. */
  stored?: Args;
}

/** The other side of a limit. */
export interface Twin {
  what: string;
  with: Args;
  stored?: Args;
  /** The arguments as `check` leaves them. */
  becomes?: Args;
}

/** The rules of a kind, as its vendor's page has them. */
export interface Rules {
  /** The arguments that the resource has, by its schema. */
  fields: Fields;
  /** As a program would write it; what is broken and what is correct is written over it. */
  valid: Args;
  /** Only what is required. */
  minimal: Args;
  /** Every argument that can stand beside the others. */
  full: Args;
  broken: Broken[];
  twins: Twin[];
}

export interface Case extends Rules {
  kind: string;
}

/** `over` written over the arguments. */
export function written(args: Args, over: Args = {}): Args {
  return Object.fromEntries(Object.entries({ ...args, ...over }).filter(([, value]) => value !== undefined));
}
