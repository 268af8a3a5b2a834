import { ifDiffering, type Loss } from "../../plan/losses";
import type { Generation } from "../../plan/state";
import { isSameId } from "../ground/same-id";
import { UNKNOWN } from "../ground/unknowns";
import type { Context } from "../kind/context";
import type { Change, Common, Outputs } from "../kind/definition";
import { originOf } from "../ledger/origin";
import { isUnfinished, type StoredPoint } from "./recovery-points";

/** The recovery points of a resource with `keepLast`, newest first. */
interface Generations {
  /** The recovery points that it keeps, including its own once that is complete. */
  generations: Generation[];
  /** The recovery points that fell out of the list. They are deleted when the engine deletes the replaced resource. */
  outgoing: Generation[];
}

/** Returns the recovery points of a stored resource; without `keepLast` that is its own one. */
export function generationsOf(stored: StoredPoint): Generations {
  const earlier = earlierThan(stored);
  return {
    generations: isUnfinished(stored) ? earlier : [...own(stored), ...earlier],
    outgoing: stored.outgoing ?? [],
  };
}

/** Returns the recovery points that a resource keeps beside its own. */
export function earlierThan({ generations = [], backupId }: StoredPoint): Generation[] {
  return generations.filter(({ id }) => !isSameId(id, backupId));
}

/** Returns the list for the successor of a replaced resource. Its own incomplete recovery point is among those to delete. */
export function handedOn(stored: StoredPoint): Generations {
  const { generations, outgoing } = generationsOf(stored);
  return { generations, outgoing: isUnfinished(stored) ? [...own(stored), ...outgoing] : outgoing };
}

/** Returns the list after `made`, cut to `keepLast`. While `made` is incomplete, the list is handed on unchanged. */
export function continued({ log }: Pick<Context, "log">, made: StoredPoint, keepLast: number, before: Generations) {
  if (isUnfinished(made)) return before;
  const all = [...own(made), ...before.generations.filter(({ id }) => !isSameId(id, made.backupId))];
  const fallen = all.slice(keepLast);
  const kept = fallen.filter(({ origin }) => origin !== undefined);
  if (kept.length > 0)
    log.warn(`${idsOf(kept)} was found or adopted: it leaves the list of generations, and is not deleted`);
  const goes = fallen.filter(({ origin }) => origin === undefined);
  return { generations: all.slice(0, keepLast), outgoing: [...goes, ...before.outgoing] };
}

/** Returns whether the successor's lists have the recovery point of the stored resource, so that they continue its list. */
export function isContinuedBy(stored: StoredPoint, { generations = [], outgoing = [] }: StoredPoint): boolean {
  return [...generations, ...outgoing].some(({ id }) => isSameId(id, stored.backupId));
}

/**
 * Returns whether a replacement is a rotation: the program has `keepLast` and backs up the same source. `keepLast: 1` on a
 * resource that had none before is no rotation, as it would delete what was made without it.
 */
export function isRotation(stored: StoredPoint, args: StoredPoint, source: readonly string[]): boolean {
  const { keepLast } = args;
  if (keepLast === undefined || (keepLast === 1 && stored.keepLast === undefined)) return false;
  const [before, after] = [stored, args] as unknown as [Outputs, Outputs];
  return source.every((name) => isSameId(`${before[name]}`, `${after[name]}`));
}

/** Returns the loss of a replacement that is no rotation: with `onDelete: "delete"` it deletes all that it replaces. */
export function lossOfReplacement(
  id: string,
  stored: StoredPoint,
  args: StoredPoint,
  source: readonly string[],
): Loss[] {
  const { onDelete, state, finishedAt, backupId } = stored;
  if (onDelete !== "delete" || isRotation(stored, args, source)) return [];
  const goesItself = state !== "failed" && backupId !== undefined && originOf(stored) !== "found";
  const earlier = earlierThan(stored).filter(({ origin }) => origin !== "found");
  if (!goesItself && earlier.length === 0) return [];
  const finished = finishedAt ? `, finished ${finishedAt},` : "";
  const itself =
    state === "ready"
      ? `the recovery point ${id}${finished}`
      : `backup ${id}, which was ${state} when it was last seen and may be complete by now,`;
  const others = `${earlier.length} earlier of its generations (${idsOf(earlier)})`;
  const what = [...(goesItself ? [itself] : []), ...(earlier.length > 0 ? [others] : [])].join(" and ");
  const text = `this change takes a new backup and deletes ${what} because of onDelete "delete"`;
  const loss: Loss = { kind: "replace-recovery-point", property: "onDelete", value: id, text };
  const undecided = source.filter((name) => (args as unknown as Outputs)[name] === UNKNOWN);
  return [args.keepLast !== undefined && undecided.length > 0 ? ifDiffering(undecided, loss) : loss];
}

/** Returns the recovery points that a rotation removes, as far as the state shows them; nothing where it is none. */
export function rotationOf(
  stored: StoredPoint,
  args: StoredPoint,
  source: readonly string[],
): Generation[] | undefined {
  const { keepLast = 0 } = args;
  if (!isRotation(stored, args, source)) return undefined;
  const { generations, outgoing } = handedOn(stored);
  return [...generations.slice(Math.max(0, keepLast - 1)), ...outgoing];
}

/** Returns a sentence on the earlier generations that stay when another resource has the recovery point. */
export function keptBeside(stored: StoredPoint): string | undefined {
  const earlier = earlierThan(stored);
  return earlier.length === 0 ? undefined : `Its earlier generations stay, too: ${idsOf(earlier)}`;
}

/** Returns the outputs of a recovery point that is finished now, with its place in the list that was handed on to it. */
export function finished(context: Context, { stored, args: { keepLast } }: Change<Common>, outputs: Outputs): Outputs {
  if (keepLast === undefined) return outputs;
  const made = { ...outputs, origin: originOf(stored) } as StoredPoint;
  return { ...outputs, ...continued(context, made, keepLast, generationsOf(stored)) };
}

/** Returns the loss of a smaller `keepLast`; the next rotation deletes the others. */
export function shorterList({ keepLast: before }: StoredPoint, { keepLast: after }: StoredPoint): Loss | undefined {
  if (before === undefined || after === undefined || after >= before) return undefined;
  const text = `${before} → ${after}: the next rotation deletes all but the newest ${after} of the ${before} recovery points`;
  return { kind: "shorter-retention", property: "keepLast", value: `keepLast ${after}`, text };
}

/** Returns the lists after a change of `keepLast` alone, which sends no request. */
export function restated({ log }: Context, stored: StoredPoint, { keepLast }: Common): Outputs {
  if (keepLast !== undefined) return { ...generationsOf(stored) };
  if (stored.keepLast === undefined) return {};
  const earlier = earlierThan(stored);
  if (earlier.length > 0) log.warn(`without keepLast ${stays(earlier)}`);
  return { generations: undefined, outgoing: undefined };
}

/** Returns a sentence on the recovery points that stay in the cloud. */
export function stays(generations: readonly Generation[]): string {
  const points = generations.length === 1 ? "1 recovery point stays" : `${generations.length} recovery points stay`;
  return `${points} in the cloud, and no resource has them any more: ${idsOf(generations)}`;
}

export function idsOf(generations: readonly Generation[]): string {
  return generations.map(({ id }) => id).join(", ");
}

function own(stored: StoredPoint): Generation[] {
  const { backupId: id, finishedAt, sizeBytes } = stored;
  if (id === undefined) return [];
  const origin = originOf(stored);
  return [{ id, finishedAt, sizeBytes, ...(origin !== "made" && { origin }) }];
}
