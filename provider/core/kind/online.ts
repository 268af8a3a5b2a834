import type { Loss } from "../../plan/losses";
import type { Context } from "./context";

/** A problem that a look-up at the service found in one argument. */
export interface Finding {
  /** The sentence that follows the property's name in a refusal. */
  rule: string;
  /** A sentence on what to do. */
  mend: string;
  /** Whether `up` would surely fail, so that `check` refuses it; otherwise it is a warning. */
  isWrong: boolean;
}

export function wrong(rule: string, mend: string): Finding {
  return { rule, mend, isWrong: true };
}

export function doubtful(rule: string, mend: string): Finding {
  return { rule, mend, isWrong: false };
}

/** A rule that only the service can decide. It sends GET alone, and is left out where it reads a value that is not known yet. */
export type OnlineRule<A> = readonly [
  property: string,
  look: (context: Context, args: A, stored: A | undefined) => Promise<Finding | undefined>,
];

export interface Online<A> {
  /** The name of the service in messages. */
  readonly service: string;
  /** Returns whether there is anything to look up. A recovery point that exists does not depend on its source any more. */
  concerns(args: A, stored: A | undefined): boolean;
  readonly rules: readonly OnlineRule<A>[];
  /** Returns the losses against what the target has already, which a creation or a move takes over. `up` judges them again. */
  standing?(context: Context, args: A, stored: A | undefined): Promise<Loss[]>;
  /** Returns the recovery points that a loss may remove, in words that continue its text. */
  endangered?(context: Context, stored: A, args: A, loss: Loss): Promise<string | undefined>;
}
