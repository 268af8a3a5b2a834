import { describe } from "../../core/arguments/describe";
import { withoutNulls } from "../../core/arguments/state";
import type { Definition, Outputs } from "../../core/kind/definition";
import type { Described } from "../../plan/described";

/** A resource in a state, or as a program declares it. */
export interface Side {
  inputs: Outputs;
  /** The outputs in the state. The side after a change has none. */
  outputs: Outputs;
  /** Left out where this version of the package cannot read the stored values. */
  described: Described | undefined;
}

/** The sides before and after a change. */
export type Sides = readonly [old: Side, next: Side];

interface Stored {
  inputs?: Outputs | null | undefined;
  outputs?: Outputs | null | undefined;
}

export function sideOf(definition: Definition, { inputs: given, outputs }: Stored): Side {
  const inputs = withoutNulls(given ?? {});
  return { inputs, outputs: withoutNulls(outputs ?? {}), described: describedOrNot(definition, inputs) };
}

/** Returns nothing where another version of this package stored a form that this one does not know. */
function describedOrNot(definition: Definition, inputs: Outputs): Described | undefined {
  try {
    return describe(definition, inputs);
  } catch {
    return undefined;
  }
}
