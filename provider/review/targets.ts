import { isDeepStrictEqual } from "node:util";
import { argumentsAmong } from "../core/arguments/inputs";
import { earlierThan } from "../core/recovery-points/generations";
import type { Described } from "../plan/described";
import { groups } from "./groups";
import { deletedWith } from "./losses/descendants";
import type { Reviewed } from "./reading/reviewed";
import { beginsAnew, countOf, letGo } from "./reading/rotation";
import type { Side } from "./reading/side";
import type { Remark, Renamed, Which } from "./report";

export function targetOf({ service, target }: Described): string {
  return JSON.stringify([service, target.ids]);
}

/** Returns the plans that back up the same target, a line for each target. */
export function clashes(all: readonly Reviewed[]): Remark[] {
  const plans = all.flatMap(({ which, new: next }) => {
    const plan = next?.described;
    return plan?.is === "plan" && plan.off.value !== true && isTargetKnown(plan) ? [{ which, plan }] : [];
  });
  return groups(plans, ({ plan }) => targetOf(plan)).flatMap(([{ which, plan }, ...others]) => {
    if (others.length === 0) return [];
    const schedules = others.map((other) => `${other.which.name} (${other.plan.schedule?.words})`).join(", ");
    const what = `${plan.schedule?.words}; ${plan.target.scope} is backed up by ${schedules}, too: they may run at the same time`;
    return [{ resource: which, what }];
  });
}

function isTargetKnown({ target }: Described): boolean {
  return Object.values(target.ids).every(({ missing }) => missing !== "not known yet");
}

/** Returns the removed resources that are made again under another name. */
export function renamedAmong(all: readonly Reviewed[]): Renamed[] {
  const removed = all.filter(({ change, untouched }) => change === "removed" && !untouched);
  return all.flatMap((each) => {
    if (each.change !== "new" || each.wasGone || each.new?.inputs.adopt !== undefined) return [];
    const former = removed.find((one) => one.which.kind === each.which.kind && isSame(one, each));
    return former ? [{ resource: each.which, former: former.which, alias: aliasOf(former.which, each.which) }] : [];
  });
}

/** Returns whether two are for the same target; recovery points only where all arguments are equal. */
function isSame({ definition, old }: Reviewed, { new: next }: Reviewed): boolean {
  if (!old?.described || !next?.described) return false;
  if (next.described.is === "plan") return targetOf(old.described) === targetOf(next.described);
  const withoutName = ({ inputs }: Side) => ({ ...argumentsAmong(definition, inputs), name: undefined });
  return isDeepStrictEqual(withoutName(old), withoutName(next));
}

function aliasOf(former: Which, { within, name }: Which): string {
  const isNamedAnew = former.within === within && former.name !== name;
  return `aliases: [${isNamedAnew ? `{ name: ${JSON.stringify(former.name)} }` : JSON.stringify(former.urn)}]`;
}

/**
 * Returns what stays in the cloud without a resource: after a removal, after a replacement, or because Pulumi forgets it.
 */
export function unmanagedAfter(all: readonly Reviewed[], renamed: readonly Renamed[]): Which[] {
  const again = new Set(renamed.map(({ former }) => former.urn));
  return all.flatMap((each) => {
    const { which, old } = each;
    if (!old || again.has(which.urn) || !stays(each, old, all)) return [];
    return Array.from({ length: countOf(old) }, () => which);
  });
}

function stays(resource: Reviewed, old: Side, all: readonly Reviewed[]): boolean {
  const { definition, change, untouched, isForgotten } = resource;
  if (change !== "removed" && change !== "replaced") return false;
  if (untouched) return isForgotten;
  if (beginsAnew(resource)) return true;
  if (letGo(resource)) return false;
  const isPoint = old.described?.is === "recovery point";
  const isAlone = earlierThan(old.outputs).length === 0;
  if (isPoint && ((definition.isUnfinished(old.outputs) && isAlone) || deletedWith(resource, all))) return false;
  const effect = old.described?.removal.effect.value;
  return effect === "keeps running" || effect === "kept";
}

/**
 * Returns whether `up` compares it with what exists: a policy that is new or moves to another instance, a plan that is adopted
 * as it is new or while its own id is not known.
 */
export function takesOver({ change, definition, new: next, old, isImported }: Reviewed): boolean {
  const isUnknown = old !== undefined && definition.thing.id({ ...old.inputs, ...old.outputs }) === undefined;
  const isCompared = change === "new" || change === "replaced" || (change === "changed" && isUnknown);
  return !isImported && isCompared && next?.described?.takesOver === true;
}
