import { argumentsAmong } from "../../core/arguments/inputs";
import type { Thing } from "../../core/kind/page";
import { namedBy, thing, thingOf } from "../../core/ledger/ledger";
import { originOf } from "../../core/ledger/origin";
import { earlierThan } from "../../core/recovery-points/generations";
import type { Services } from "../../services/services";
import { byName } from "./by-name";
import { changeBy } from "./operations";
import { type Ours, oursAt, partsOf } from "./parts-of";
import type { Preview, Step } from "./preview";
import { type Side, sideOf } from "./side";
import { withToldRun } from "./told-run";

/** The change that a preview plans for a resource. */
export type Change = "new" | "changed" | "replaced" | "removed" | "unchanged";

/** A resource of this package in a preview. */
export interface Reviewed extends Ours {
  change: Change;
  /** The id in state. */
  id: string | undefined;
  old: Side | undefined;
  new: Side | undefined;
  /** The state before the refresh of this preview, where there was one. */
  unrefreshed: Side | undefined;
  formerName: string | undefined;
  /** Why leaving the stack does nothing in the cloud, if it does nothing. */
  untouched: string | undefined;
  /** Whether it stays in the cloud and leaves the state, whatever `onDelete` says. */
  isForgotten: boolean;
  /** Whether the refresh of this preview did not find it in the cloud. */
  wasGone: boolean;
  replaceReasons: readonly string[];
  /** Whether Pulumi's `import` takes it into the state as it is. */
  isImported: boolean;
}

/** Returns the resources of this package. */
export function reviewedIn({ steps }: Preview, services: Services): Reviewed[] {
  const refreshed = new Map(steps.filter(({ op }) => op === "refresh").map((step) => [step.urn, step]));
  const onlyRefreshes = isRefresh(steps, refreshed);
  const found = steps.map((step) => {
    const reviewed = reviewedOf(step, refreshed.get(step.urn), services);
    return reviewed && onlyRefreshes ? { ...reviewed, wasGone: true, untouched: GONE } : reviewed;
  });
  const all = found.filter((each) => each !== undefined).sort((one, other) => byName(one.which, other.which));
  const holders = new Map(all.flatMap((each) => claimsOf(each).map((claim) => [claim, each] as const)));
  return all.map((each) => ({ ...each, untouched: each.untouched ?? heldByAnother(each, holders) }));
}

const SUCCEEDED = "its replacement has it; nothing is done in the cloud";

const GONE = "is gone from the cloud: pulumi refresh takes it out of the state";

/** Returns whether the preview is one of `pulumi refresh`: a gone resource has a delete as its only step there. */
function isRefresh(steps: readonly Step[], refreshed: ReadonlyMap<string, Step>): boolean {
  return (
    refreshed.size > 0 && steps.every(({ op, urn }) => op === "refresh" || (op === "delete" && !refreshed.has(urn)))
  );
}

function heldByAnother(resource: Reviewed, holders: Map<Thing, Reviewed>): string | undefined {
  const { old } = resource;
  const holder = old && holders.get(thingBefore(resource, old) ?? "");
  if (holder === undefined) return undefined;
  if (holder.which.urn === resource.which.urn) return resource.change === "replaced" ? SUCCEEDED : undefined;
  return `${holder.which.name} manages it from now on; nothing is done in the cloud`;
}

/** Returns the thing of a resource after the change: the one that it keeps, or the one that its arguments name. */
function claimsOf(resource: Reviewed): Thing[] {
  const { definition, new: side, old, change } = resource;
  if (!side) return [];
  const kept = old && change !== "replaced" ? thingBefore(resource, old) : undefined;
  const claim = kept ?? namedBy(definition, argumentsAmong(definition, side.inputs));
  return claim === undefined ? [] : [claim];
}

/** Returns the thing in the state; a state of another version may have it as the resource's id alone. */
function thingBefore({ definition, id }: Reviewed, { inputs, outputs }: Side): Thing | undefined {
  const state = { ...inputs, ...outputs };
  return thingOf(definition, state) ?? (id === undefined ? undefined : thing(definition.thing.noun(state), id));
}

function reviewedOf(step: Step, refresh: Step | undefined, services: Services): Reviewed | undefined {
  const ours = oursAt(step.urn, services);
  const change = changeBy(step.op);
  if (!ours || !change) return undefined;
  const { which, definition } = ours;
  const { oldState, newState } = step;
  const former = oldState?.urn ? partsOf(oldState.urn).name : which.name;
  const declared = newState ? sideOf(definition, newState) : undefined;
  const [old, next] = oldState ? withToldRun(sideOf(definition, oldState), declared) : [undefined, declared];
  const stays = whyItStays(oldState, change);
  return {
    ...ours,
    change,
    id: oldState?.id ?? undefined,
    old,
    new: next,
    unrefreshed: refresh?.oldState ? sideOf(definition, refresh.oldState) : undefined,
    formerName: former === which.name ? undefined : former,
    untouched: stays,
    isForgotten: stays !== undefined,
    wasGone: refresh !== undefined && change === "new",
    replaceReasons: step.replaceReasons ?? [],
    isImported: step.op === "import",
  };
}

/** Returns why a resource that leaves the state stays in the cloud; nothing where `onDelete` decides. */
function whyItStays(state: Step["oldState"], change: Change): string | undefined {
  if (state?.retainOnDelete) return "Pulumi forgets it (retainOnDelete); nothing is done in the cloud";
  const outputs = state?.outputs ?? {};
  const isAlone = earlierThan(outputs).length === 0;
  const leaves = change === "removed" || change === "replaced";
  if (!leaves || outputs.onDelete !== "delete" || !isAlone || originOf(outputs) !== "found") return undefined;
  return "it was found, and another stack of this name may have made it: it stays as it is, unless adopt names it before";
}
