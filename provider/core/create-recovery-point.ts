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
  if (args.adopt !== undefined) return adopt(service, args, args.adopt);
  return serial(`${service.service} ${service.queue(args)}`, () => createOne(context, service, args));
}

async function createOne<A extends Named, Row>(
  context: Context,
  service: RecoveryPoints<A, Row>,
  args: A,
): Promise<Stored> {
  const before = await sameName(service, args);
  const [there] = before;
  if (there && context.marked && !context.replacing && isRecent(service, there)) {
    const made = `an earlier run made it (started ${service.outputsOf(there).startedAt}), and it is taken over`;
    context.log.warn(`${service.idOf(there)} carries this resource's mark ("${args.name}"): ${made}`);
    return finish(context, service, args, service.idOf(there));
  }
  if (there && service.namesAreUnique) throw new BackupError(nameTaken(context, args, service.idOf(there)));
  await service.beforeSending?.(args);
  const known = before.map(service.idOf);
  const id = await sendUntilKnown(context, service, args, known);
  return finish(context, service, args, id);
}

/** Sends, and looks before it sends again: the id of what there is then. */
async function sendUntilKnown<A extends Named, Row>(
  context: Context,
  service: RecoveryPoints<A, Row>,
  args: A,
  known: readonly string[],
): Promise<string> {
  for (let sending = 1; ; sending++) {
    const { id, doubt } = await sendWhenFree(context, service, args);
    if (id !== undefined) return id;
    if (doubt) context.log.warn(`${doubt.message}. Looking whether the backup exists, before anything else`);
    const longEnough = Math.max(
      2 * context.pollMilliseconds,
      LOOK_MILLISECONDS[service.listShowsAll ? "shown" : "perhaps"],
    );
    const patience = doubt ? longEnough : context.deadline.left;
    const look = async () => (await sameName(service, args)).find((row) => !known.includes(service.idOf(row)));
    const row = await context.deadline.within(patience).until(context.pollMilliseconds, look);
    if (row !== undefined) return service.idOf(row);
    if (doubt && service.listShowsAll && sending < SENDINGS && !context.deadline.passed) continue;
    const why = doubt?.message ?? `${service.service} accepted it, and does not list it`;
    throw new UnfinishedError(
      `${why}. It may exist, so none is sent again. The next pulumi up looks first; or find it yourself and write its id as adopt`,
      `unseen-${randomBytes(4).toString("hex")}`,
      { state: doubt ? "unknown" : "pending", known },
    );
  }
}

async function sendWhenFree<A extends Named, Row>(
  context: Context,
  service: RecoveryPoints<A, Row>,
  args: A,
): Promise<{ id?: string; doubt?: DoubtfulError }> {
  for (;;) {
    try {
      return { id: await service.send(args) };
    } catch (error) {
      if (error instanceof DoubtfulError) return { doubt: error };
      if (context.deadline.passed || !(await service.isBusy(error, args))) throw error;
      context.log.progress(`${service.service} is busy with it; waiting: ${(error as Error).message}`);
      await context.deadline.pause(context.pollMilliseconds);
    }
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

async function adopt<A extends Named, Row>(service: RecoveryPoints<A, Row>, args: A, id: string): Promise<Stored> {
  const row = await service.find(id, args);
  if (row === undefined) throw new BackupError(`adopt: ${service.service} has no backup ${id}`);
  const different = service.differences(row, args).map(([name, value]) => `${name} (there: ${value})`);
  if (different.length > 0) {
    throw new BackupError(`adopt: backup ${id} does not match what is declared: ${different.join(", ")}`);
  }
  const state = service.stateOf(row);
  if (state !== "ready")
    throw new BackupError(`adopt: backup ${id} is not complete (${service.outputsOf(row).vendorStatus})`);
  return { id, outputs: { ...service.outputsOf(row), backupId: id, state } };
}
