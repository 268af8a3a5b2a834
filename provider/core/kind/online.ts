import type { Loss } from "../../plan/losses";
import type { Context } from "./context";

/** A finding of a service about an argument. */
export interface Finding {
  /** As in a refusal: behind the property, before what was given. */
  rule: string;
  mend: string;
  /** It can only fail, so it is refused; what is not sure is told. */
  isWrong: boolean;
}

export function wrong(rule: string, mend: string): Finding {
  return { rule, mend, isWrong: true };
}

export function doubtful(rule: string, mend: string): Finding {
  return { rule, mend, isWrong: false };
}

/** A way out that is a sentence of its own elsewhere, as a finding continues with it. */
export function asMend(sentence: string): string {
  return sentence.replace(/^./, (first) => first.toLowerCase());
}

/** A rule that only the service can decide. It sends nothing but GET; what it reads that is not known yet leaves it open. */
export type OnlineRule<A> = readonly [
  property: string,
  look: (context: Context, args: A) => Promise<Finding | undefined>,
];

export interface Online<A> {
  /** As a person calls it. */
  readonly service: string;
  /** Whether there is anything to look up: of a recovery point that is there nothing hangs on its source any more. */
  concerns(args: A, stored: A | undefined): boolean;
  readonly rules: readonly OnlineRule<A>[];
  /** The losses against what stands there, which a creation or a move takes over; `up` judges them again. */
  standing?(context: Context, args: A, stored: A | undefined): Promise<Loss[]>;
  /** Which recovery points a loss of this change may remove, in words that continue its text. */
  endangered?(context: Context, stored: A, args: A, loss: Loss): Promise<string | undefined>;
}
