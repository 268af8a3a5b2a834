import type { Generation } from "../../plan/state";
import { BackupError, UnfinishedError } from "../ground/errors";
import { isSameId } from "../ground/same-id";
import type { Common, Outputs, Stored, Succession } from "../kind/definition";
import { ledgerOf, thing } from "../ledger/ledger";
import { deleteRecoveryPoint } from "./delete";
import { continued, earlierThan, generationsOf, handedOn, isContinuedBy, isRotation, stays } from "./generations";
import { isUnfinished, type RecoveryPoints, type StoredPoint } from "./recovery-points";
import { stillThere } from "./refresh";

/** Returns what `make` makes, finished or not, with the list of generations that it continues. */
export async function withGenerations<A extends Common, Row>(
  service: RecoveryPoints<A, Row>,
  source: readonly string[],
  args: A,
  make: () => Promise<Stored>,
): Promise<Stored> {
  const { keepLast } = args;
  if (keepLast === undefined) return make();
  const replaced = service.context.page.before?.stored as StoredPoint | undefined;
  const isContinued = replaced !== undefined && isRotation(replaced, args, source);
  const before = isContinued ? handedOn(replaced) : { generations: [], outgoing: [] };
  try {
    const { id, outputs } = await make();
    const known = { ...before, outgoing: await stillThere(service, args, before.outgoing) };
    return { id, outputs: { ...outputs, ...continued(service.context, outputs, keepLast, known) } };
  } catch (error) {
    if (!(error instanceof UnfinishedError)) throw error;
    throw new UnfinishedError(error.message, error.id, { ...error.outputs, ...before });
  }
}

/** Does what `onDelete`, `keepLast` and the successor say about each generation of a resource that leaves the state. */
export async function leaveState<A extends Common, Row>(
  service: RecoveryPoints<A, Row>,
  source: readonly string[],
  [id, stored]: readonly [string, A & Outputs],
  { successor, next, isInProgram }: Succession,
): Promise<void> {
  const { log } = service.context;
  const made = successor as StoredPoint | undefined;
  if (made && isContinuedBy(stored, made)) return rotate(service, stored, made);
  const earlier = earlierThan(stored);
  const { generations, outgoing } = generationsOf(stored);
  // Another source ends the list, and so does a program without keepLast.
  if (isInProgram && isRotation(stored, made ?? next ?? stored, source)) {
    // Only an incomplete one is removed. The next successor continues the list, or begins a new one.
    if (isUnfinished(stored)) await deleteRecoveryPoint(service, id, Object.assign({}, stored, KEEP));
    // No deletion follows the creation of that successor: what fell out before goes now.
    else if (next) await removeEach(service, stored, outgoing, "kept");
    if (!next && generations.length > 0) log.warn(`the list of generations begins anew: ${stays(generations)}`);
    return;
  }
  await deleteRecoveryPoint(service, id, stored);
  if (stored.onDelete === "delete") {
    const all = [...earlier, ...(await stillThere(service, stored, outgoing))];
    await removeEach(service, stored, all, "refused");
  } else if (earlier.length > 0) log.warn(`with onDelete "keep" ${stays(generations)}`);
}

const KEEP = { onDelete: "keep" } as const;

const DELETE = { onDelete: "delete" } as const;

/** Deletes what fell out of the successor's list, once the successor is complete. */
async function rotate<A extends Common, Row>(
  service: RecoveryPoints<A, Row>,
  stored: A & Outputs,
  successor: StoredPoint,
): Promise<void> {
  if (isUnfinished(successor)) return;
  await removeEach(service, stored, successor.outgoing ?? [], "kept");
}

/** Deletes each generation once in a run. `whatIsBuiltOn`: whether one with descendants is kept, or its deletion is refused. */
async function removeEach<A extends Common, Row>(
  service: RecoveryPoints<A, Row>,
  stored: A & Outputs,
  generations: readonly Generation[],
  whatIsBuiltOn: "kept" | "refused",
): Promise<void> {
  const removals = service.context.run.of("removals of generations", () => new Map<string, Promise<void>>());
  const failures: string[] = [];
  for (const generation of generations) {
    const key = thing(service.noun, generation.id);
    const removal = removals.get(key) ?? removeOne(service, stored, generation, whatIsBuiltOn);
    removals.set(key, removal);
    try {
      await removal;
    } catch (error) {
      if (!(error instanceof BackupError)) throw error;
      failures.push(error.message);
    }
  }
  if (failures.length > 0) throw new BackupError(failures.join(". "));
}

async function removeOne<A extends Common, Row>(
  service: RecoveryPoints<A, Row>,
  stored: A & Outputs,
  { id, finishedAt, origin = "made" }: Generation,
  whatIsBuiltOn: "kept" | "refused",
): Promise<void> {
  const why = await whyKept(service, id, whatIsBuiltOn);
  if (why) return service.context.log.warn(`generation ${id} is kept: ${why}`);
  const isOwn = isSameId(id, (stored as StoredPoint).backupId);
  const other = isOwn ? {} : { backupId: id, state: "ready", lastBackupAt: finishedAt, origin };
  await deleteRecoveryPoint(service, id, Object.assign({}, stored, other, DELETE));
}

async function whyKept<A extends Common, Row>(
  service: RecoveryPoints<A, Row>,
  id: string,
  whatIsBuiltOn: "kept" | "refused",
): Promise<string | undefined> {
  const { context } = service;
  if (ledgerOf(context).hasAnother(context.page, thing(service.noun, id)))
    return "another resource of this program has it";
  const built = whatIsBuiltOn === "kept" ? ((await service.descendants?.(id)) ?? []) : [];
  if (built.length === 0) return undefined;
  return `${built.map(service.idOf).join(", ")} is built on it. The next rotation tries again`;
}
