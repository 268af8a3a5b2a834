import type { Definition, Outputs } from "../core/definition";
import { describe } from "../core/describe";
import type { Described } from "../plan/described";
import { definitionOf } from "../services/definitions";
import { type Preview, present, type Step } from "./preview";

/** What happens to a resource. */
export type Change = "new" | "changed" | "replaced" | "removed" | "unchanged";

/** A resource as it was, or as it is going to be. */
export interface Side {
  inputs: Outputs;
  /** What the state holds; nothing of what is going to be. */
  outputs: Outputs;
  /** Nothing where this version of the package cannot read what is stored. */
  described: Described | undefined;
}

/** A resource of this package in a preview. */
export interface Reviewed {
  urn: string;
  name: string;
  kind: string;
  /** The types of its parents, if it has any. */
  within: string | undefined;
  definition: Definition;
  change: Change;
  /** The id in state. */
  id: string | undefined;
  old: Side | undefined;
  new: Side | undefined;
  formerName: string | undefined;
  /** Pulumi forgets it, and nothing is done in the cloud. */
  retained: boolean;
  /** It was in state, and the refresh of this preview did not find it in the cloud. */
  wasGone: boolean;
  replaceReasons: readonly string[];
}

const CHANGES: Record<string, Change> = {
  create: "new",
  import: "new",
  update: "changed",
  replace: "replaced",
  "create-replacement": "replaced",
  delete: "removed",
  same: "unchanged",
};

const DYNAMIC = "pulumi-nodejs:dynamic/";

/** The resources of this package; every other one is passed over. */
export function reviewedIn({ steps }: Preview): Reviewed[] {
  const refreshed = new Set(steps.filter(({ op }) => op === "refresh").map(({ urn }) => urn));
  const found = steps.map((step) => reviewedOf(step, refreshed.has(step.urn)));
  return found.filter((each) => each !== undefined);
}

function reviewedOf(step: Step, refreshed: boolean): Reviewed | undefined {
  const { name, kind, within } = partsOf(step.urn);
  const definition = kind && definitionOf(kind);
  const change = CHANGES[step.op];
  if (!definition || !change) return undefined;
  const { oldState, newState } = step;
  const former = oldState?.urn ? partsOf(oldState.urn).name : name;
  return {
    urn: step.urn,
    name,
    kind,
    within,
    definition,
    change,
    id: oldState?.id ?? undefined,
    old: oldState ? sideOf(definition, oldState) : undefined,
    new: newState ? sideOf(definition, newState) : undefined,
    formerName: former === name ? undefined : former,
    retained: oldState?.retainOnDelete === true,
    wasGone: refreshed && change === "new",
    replaceReasons: step.replaceReasons ?? [],
  };
}

function sideOf(definition: Definition, state: NonNullable<Step["oldState"]>): Side {
  const [inputs, outputs] = [present(state.inputs), present(state.outputs)];
  return { inputs, outputs, described: describedOrNot(definition, inputs) };
}

/** What another version of this package stored may be of a form that this one does not know. */
function describedOrNot(definition: Definition, inputs: Outputs): Described | undefined {
  try {
    return describe(definition, inputs);
  } catch {
    return undefined;
  }
}

/** A URN's type names all parents, `$` between them; a name may hold `::`. */
export function partsOf(urn: string): { name: string; kind: string | undefined; within: string | undefined } {
  const [, , types = "", ...name] = urn.split("::");
  const all = types.split("$");
  const type = all.at(-1) ?? "";
  return {
    name: name.join("::"),
    kind: type.startsWith(DYNAMIC) ? type.slice(DYNAMIC.length) : undefined,
    within: all.length > 1 ? all.slice(0, -1).join(" > ") : undefined,
  };
}
