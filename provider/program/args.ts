import type { Input } from "@pulumi/pulumi";
import type { Consents } from "../plan/losses";

/** A value of a fixed list: a literal is checked by the compiler, any other text and outputs by `check`. */
export type Word<W extends string> = Input<W | (string & {})>;

/** The inputs that every resource has. The vendor never sees them. */
export interface CommonArgs {
  /**
   * Consents to losses, each naming exactly what is agreed to: `{ "shorter-retention": "1 Month" }`. Left out: every
   * loss is refused in preview, and the refusal prints the line to write. A line that names an outcome may end with a note,
   * `"1 Month (PR 214)"`, and agrees in the `pulumi up` that first stores it; one that names an id holds as long as it stands.
   */
  allow?: Input<{ [Loss in keyof Consents]?: Input<string> }>;
}

/** The inputs of resources that can be adopted. */
export interface AdoptArgs {
  /**
   * Takes over what exists already, by its vendor's id, at the first creation. Left out: a new one is made. Removing it
   * later is no change. An adopted thing is kept on delete unless `onDelete: "delete"` is written.
   * @throws at `up`, before anything is stored: when it does not exist, or does not match the arguments
   */
  adopt?: Input<string | number>;
}

/** The inputs of recovery points. */
export interface RecoveryPointArgs {
  /** JSON values, no functions or dates; a change of any of them takes a new backup. Left out: none. */
  triggers?: Input<Input<unknown>[]>;
  /**
   * Keeps the last few: a whole number from 1 to 20. A change that takes a new backup then keeps the old ones up to this number,
   * and deletes what is older once the new one is complete. Not beside `name`. Left out: one recovery point, and none before it.
   */
  keepLast?: Input<number>;
}

type UpTo20 = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16 | 17 | 18 | 19 | 20;

/** The types of keepLast, from 1 to 20, and of name, which it rules out. */
export type ListOf<A> = A extends { keepLast: infer Length extends number }
  ? number extends Length
    ? unknown
    : { keepLast: UpTo20 | { "must be": "a whole number from 1 to 20" }; name?: RuledOut<"keepLast"> }
  : unknown;

/** The argument names that a resource does not have. Compilers print them where they stand here, and not for `keyof`. */
export type NoOthers<Given, Known> = {
  [Name in Exclude<keyof Given, keyof Known>]: {
    "is not an argument; the arguments are": { [Each in keyof Known]-?: Each }[keyof Known];
  };
};

/** An argument that another one rules out. An object beside `undefined` keeps the compiler to the one wrong line. */
export type RuledOut<By extends string> = undefined | { "is not allowed beside": By };

/** Refuses a literal that is not among the vendor's words; text of any other type is left to the check. */
export type Among<Given, Name extends PropertyKey, W extends string> = Given extends {
  [N in Name]: infer Value extends string;
}
  ? string extends Value
    ? unknown
    : { [N in Name]: W | { "must be one of": W } }
  : unknown;

/**
 * The arguments with their choices. Where one that a choice requires is `undefined`, TypeScript makes `never` of every argument in
 * the intersection with the given ones, so those are left out, and the one wrong line remains.
 */
export type Chosen<Given, Known, Choice> = [Emptied<Given, Choice>] extends [never] ? Given & Choice : Known & Choice;

/** The names that a choice requires, and that are `undefined` or `null`. */
type Emptied<Given, Choice> = {
  [Name in keyof Given & keyof Choice]: Given[Name] extends undefined | null
    ? Given[Name] extends Choice[Name]
      ? never
      : Name
    : never;
}[keyof Given & keyof Choice];
