import { randomBytes } from "node:crypto";
import type { Context } from "./context";
import type { Common, Stored } from "./definition";
import { BackupError, DoubtfulError, UnfinishedError } from "./errors";
import { finish } from "./finish-recovery-point";
import type { RecoveryPoints } from "./recovery-points";
import { serial } from "./serial";

type Named = Common & { name?: string };

const SENDINGS = 3;
const LEFT_BY_THE_LAST_RUN_MILLISECONDS = 24 * 60 * 60 * 1000;
/** How long to look for what may have been made: where the list shows all, and where it may take its time. */
const LOOK_MILLISECONDS = { shown: 5_000, perhaps: 60_000 };

/** One recovery point for one resource, whatever happens to the requests on their way. */
export async function createRecoveryPoint<A extends Named, Row>(
  context: Context,
  service: RecoveryPoints<A, Row>,
  args: A,
): Promise<Stored> {
  if (args.adopt !== undefined) return adopt(context, service, args, args.adopt);
  context.log.progress("waiting for another backup of the same source to end");
  return serial(`${service.service} ${service.queue(args)}`, () => {
    context.deadline.begin();
    return createOne(context, service, args);
  });
}

async function createOne<A extends Named, Row>(
  context: Context,
  service: RecoveryPoints<A, Row>,
  args: A,
): Promise<Stored> {
  const before = await untilNoneVanishes(context, service, args);
  const [there] = before;
  if (there && context.marked && !context.replacing && isRecent(service, there)) {
    const made = `an earlier run made it (started ${service.outputsOf(there).startedAt}), and it is taken over`;
    context.log.warn(`${service.idOf(there)} carries this resource's mark ("${args.name}"): ${made}`);
    return finish(context, service, args, service.idOf(there));
  }
  if (there && service.namesAreUnique) throw new BackupError(nameTaken(context, args, service.idOf(there)));
  const known = before.map(service.idOf);
  const id = await sendUntilKnown(context, service, args, known);
  return finish(context, service, args, id);
}

/** What has the name, once what is being deleted no longer has it. */
async function untilNoneVanishes<A extends Named, Row>(
  context: Context,
  service: RecoveryPoints<A, Row>,
  args: A,
): Promise<Row[]> {
  const left = await context.deadline.until(context.pollMilliseconds, async () => {
    const rows = await sameName(service, args);
    return rows.some((row) => service.stateOf(row) === "deleting") ? undefined : rows;
  });
  if (left) return left;
  throw new BackupError(
    `name: "${args.name}" belongs to a backup that is still being deleted after ${context.deadline}`,
  );
}

/** Sends, and looks before it sends again: the id of what there is then. Once it was sent, no way out loses it. */
async function sendUntilKnown<A extends Named, Row>(
  context: Context,
  service: RecoveryPoints<A, Row>,
  args: A,
  known: readonly string[],
): Promise<string> {
  let earlierDoubt: DoubtfulError | undefined;
  for (let sending = 1; ; sending++) {
    const { id, doubt, refusal } = await sendWhenFree(context, service, args);
    if (id !== undefined) return id;
    // Nothing was sent before: then a refusal is the whole story.
    if (refusal && !earlierDoubt) throw refusal;
    if (doubt) context.log.warn(`${doubt.message}. Looking whether the backup exists, before anything else`);
    const { row, failure } = await lookFor(context, service, args, known, doubt !== undefined || refusal !== undefined);
    if (row !== undefined) return service.idOf(row);
    earlierDoubt = doubt ?? earlierDoubt;
    const sure = service.listShowsAll && failure === undefined && doubt !== undefined;
    if (sure && sending < SENDINGS && !context.deadline.passed) continue;
    const why = (failure ?? refusal ?? doubt)?.message ?? `${service.service} accepted it, and does not list it`;
    throw new UnfinishedError(
      `${why}. It may exist, so none is sent again. The next pulumi up looks first; or find it yourself and write its id as adopt`,
      `unseen-${randomBytes(4).toString("hex")}`,
      { state: earlierDoubt ? "unknown" : "pending", known },
    );
  }
}

/** The row that was not there before; a look that fails tells nothing, and loses nothing. */
async function lookFor<A extends Named, Row>(
  context: Context,
  service: RecoveryPoints<A, Row>,
  args: A,
  known: readonly string[],
  inDoubt: boolean,
): Promise<{ row?: Row; failure?: Error }> {
  const longEnough = LOOK_MILLISECONDS[service.listShowsAll ? "shown" : "perhaps"];
  const patience = inDoubt ? Math.max(2 * context.pollMilliseconds, longEnough) : context.deadline.left;
  const look = async () => (await sameName(service, args)).find((row) => !known.includes(service.idOf(row)));
  try {
    return { row: await context.deadline.within(patience).until(context.pollMilliseconds, look) };
  } catch (failure) {
    return { failure: failure as Error };
  }
}

interface Sending {
  id?: string;
  doubt?: DoubtfulError;
  refusal?: Error;
}

async function sendWhenFree<A extends Named, Row>(
  context: Context,
  service: RecoveryPoints<A, Row>,
  args: A,
): Promise<Sending> {
  for (;;) {
    try {
      // Each time: what it builds on may have failed while this one waited.
      await service.beforeSending?.(args);
      return { id: await service.send(args) };
    } catch (error) {
      if (error instanceof DoubtfulError) return { doubt: error };
      if (context.deadline.passed || !(await isBusy(service, error, args))) return { refusal: error as Error };
      context.log.progress(`${service.service} is busy with it; waiting: ${(error as Error).message}`);
      await context.deadline.pause(context.pollMilliseconds);
    }
  }
}

async function isBusy<A extends Named, Row>(
  service: RecoveryPoints<A, Row>,
  error: unknown,
  args: A,
): Promise<boolean> {
  try {
    return await service.isBusy(error, args);
  } catch {
    return false;
  }
}

/**
 * What an interrupted run left is found by the next one soon. An older one is of a former life of the stack, kept when
 * that was destroyed: to take it over would pass an old recovery point for a new one.
 */
function isRecent<A extends Named, Row>(service: RecoveryPoints<A, Row>, row: Row): boolean {
  const started = Date.parse(`${service.outputsOf(row).startedAt}`);
  return Number.isNaN(started) || Date.now() - started < LEFT_BY_THE_LAST_RUN_MILLISECONDS;
}

async function sameName<A extends Named, Row>(service: RecoveryPoints<A, Row>, args: A): Promise<Row[]> {
  return (await service.list(args)).filter((row) => service.nameOf(row) === args.name);
}

function nameTaken(context: Context, args: Named, id: string): string {
  if (context.marked) {
    return `name: "${args.name}" is taken by ${id}, which was made with the same arguments; change triggers for a new backup`;
  }
  return (
    `name: "${args.name}" is taken by ${id}. Leave name out, or write another; ` +
    `if that backup is to be this resource, write adopt: "${id}"`
  );
}

/** Takes over what exists, when it is what is declared, and complete. */
export async function adopt<A extends Common, Row>(
  context: Context,
  service: RecoveryPoints<A, Row>,
  args: A,
  id: string,
): Promise<Stored> {
  const row = await service.find(id, args);
  if (row === undefined) throw new BackupError(`adopt: ${service.service} has no backup ${id}`);
  // A generated name is none that the program declares.
  const declared = service.differences(row, args).filter(([name]) => name !== "name" || !context.marked);
  const different = declared.map(([name, value]) => `${name} (there: ${value})`);
  if (different.length > 0) {
    throw new BackupError(`adopt: backup ${id} does not match what is declared: ${different.join(", ")}`);
  }
  const state = service.stateOf(row);
  if (state !== "ready")
    throw new BackupError(`adopt: backup ${id} is not complete (${service.outputsOf(row).vendorStatus})`);
  return { id, outputs: { ...service.outputsOf(row), backupId: id, state } };
}
