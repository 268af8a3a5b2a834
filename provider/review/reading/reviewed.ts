import { describe } from "../../core/arguments/describe";
import { argumentsAmong } from "../../core/arguments/inputs";
import { taken } from "../../core/arguments/state";
import type { Definition, Outputs } from "../../core/kind/definition";
import type { Described } from "../../plan/described";
import type { Services } from "../../services/services";
import { changeBy } from "./operations";
import { partsOf } from "./parts-of";
import type { Preview, Step } from "./preview";

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

/** What was stored, and what is to be. */
export type Sides = readonly [old: Side, next: Side];

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
  /** Why leaving the stack does nothing in the cloud, where it does not. */
  untouched: string | undefined;
  /** It is in state, and the refresh of this preview did not find it in the cloud. */
  wasGone: boolean;
  replaceReasons: readonly string[];
}

/** The resources of this package; every other one is passed over. */
export function reviewedIn({ steps }: Preview, services: Services): Reviewed[] {
  const refreshed = new Set(steps.filter(({ op }) => op === "refresh").map(({ urn }) => urn));
  const onlyRefreshes = isRefresh(steps, refreshed);
  const found = steps.map((step) => {
    const reviewed = reviewedOf(step, refreshed.has(step.urn), services);
    return reviewed && onlyRefreshes ? { ...reviewed, wasGone: true, untouched: GONE } : reviewed;
  });
  const all = found.filter((each) => each !== undefined).sort(byName);
  const holders = new Map(all.flatMap((each) => claimsOf(each).map((claim) => [claim, each] as const)));
  return all.map((each) => ({ ...each, untouched: each.untouched ?? heldByAnother(each, holders) }));
}

const GONE = "is gone from the cloud: pulumi refresh takes it out of the state";

/** Whether it is of `pulumi refresh`: what is gone has a delete there, and no other step. What a destroy deletes is refreshed first. */
function isRefresh(steps: readonly Step[], refreshed: ReadonlySet<string>): boolean {
  return (
    refreshed.size > 0 && steps.every(({ op, urn }) => op === "refresh" || (op === "delete" && !refreshed.has(urn)))
  );
}

const { compare } = new Intl.Collator("en", { numeric: true });

/** The engine's own order differs from run to run. */
function byName(one: Reviewed, other: Reviewed): number {
  return compare(one.name, other.name) || compare(one.urn, other.urn);
}

function heldByAnother(resource: Reviewed, holders: Map<string, Reviewed>): string | undefined {
  const { old } = resource;
  const holder = old && holders.get(claimOf(resource, old) ?? idClaim(resource, idOf(resource, old)) ?? "");
  if (holder === undefined || holder.urn === resource.urn) return undefined;
  return `${holder.name} manages it from now on; nothing is done in the cloud`;
}

/** What it has from now on, and no other: what it is of, what it takes over, or what it had and keeps. */
function claimsOf(resource: Reviewed): string[] {
  const { new: side, old, change } = resource;
  if (!side) return [];
  const keeps = old && change !== "replaced" ? idOf(resource, old) : undefined;
  const claims = [claimOf(resource, side), idClaim(resource, keeps ?? side.inputs.adopt)];
  return claims.filter((claim) => claim !== undefined);
}

function idOf({ definition, id }: Reviewed, { outputs }: Side): string | undefined {
  return definition.vendorId(outputs) ?? id;
}

function idClaim({ kind }: Reviewed, id: unknown): string | undefined {
  return id === undefined ? undefined : `${kind} ${id}`.toLowerCase();
}

function claimOf({ definition, kind }: Reviewed, side: Side): string | undefined {
  const claim = definition.exclusive?.(argumentsAmong(definition, side.inputs));
  return claim && `${kind} ${claim[1]}`;
}

function reviewedOf(step: Step, refreshed: boolean, services: Services): Reviewed | undefined {
  const { name, kind, within } = partsOf(step.urn);
  const definition = kind && services.definitionOf(kind);
  const change = changeBy(step.op);
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
    untouched: oldState?.retainOnDelete
      ? "Pulumi forgets it (retainOnDelete); nothing is done in the cloud"
      : undefined,
    wasGone: refreshed && change === "new",
    replaceReasons: step.replaceReasons ?? [],
  };
}

function sideOf(definition: Definition, state: NonNullable<Step["oldState"]>): Side {
  const [inputs, outputs] = [taken(state.inputs ?? {}), taken(state.outputs ?? {})];
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
