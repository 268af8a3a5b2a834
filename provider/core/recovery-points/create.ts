import { randomBytes } from "node:crypto";
import { carryOut } from "../doubt/carry-out";
import { serial } from "../doubt/serial";
import { BackupError, UnfinishedError } from "../ground/errors";
import type { Context } from "../kind/context";
import type { Common, Stored } from "../kind/definition";
import { LEFT_BY_THE_LAST_RUN_MILLISECONDS, noteOf } from "../ledger/asked";
import { type Asking, asking } from "../ledger/asking";
import { ledgerOf, thing } from "../ledger/ledger";
import { withOrigin } from "../ledger/origin";
import type { Freshness } from "../lists/shared-rows";
import { adopt } from "./adopt";
import { finish } from "./finish";
import type { RecoveryPoints } from "./recovery-points";

type Named = Common & { name?: string };

/** How long to look for what may have been made: where the list shows all, and where it may take its time. */
const LOOK_MILLISECONDS = { shown: 5_000, perhaps: 60_000 };

/** One recovery point for one resource, whatever happens to the requests on their way. */
export async function createRecoveryPoint<A extends Named, Row>(
  context: Context,
  service: RecoveryPoints<A, Row>,
  args: A,
): Promise<Stored> {
  if (args.adopt !== undefined) return withOrigin("adopted", adopt(context, service, args, args.adopt));
  const create = () => {
    context.deadline.begin();
    return createOne(context, service, args);
  };
  const onWait = () => context.log.progress("waiting for another backup of the same source to end");
  return serial(context.run, `${service.service} ${service.queue(args)}`, create, onWait);
}

async function createOne<A extends Named, Row>(
  context: Context,
  service: RecoveryPoints<A, Row>,
  args: A,
): Promise<Stored> {
  const there = await untilNoneVanishes(context, service, args);
  const left = there.find((row) => isLeftByTheLastRun(context, service, row));
  if (left) {
    const made = `an earlier run made it (started ${service.outputsOf(left).startedAt}), and it is taken over`;
    context.log.warn(`${service.idOf(left)} carries this resource's mark ("${args.name}"): ${made}`);
    const earlier = noteOf(context).earlier();
    const origin = earlier && !earlier.wasThere(service.idOf(left)) ? "made" : "found";
    return withOrigin(origin, finish(context, service, args, service.idOf(left)));
  }
  const [first] = there;
  if (first && service.namesAreUnique) throw new BackupError(nameTaken(context, args, service.idOf(first)));
  const id = await ask(context, service, args, askingFor(context, service, args, there));
  return withOrigin("made", finish(context, service, args, id));
}

/** A look tells what an interrupted run made, but where that is not listed, or where others have its name. */
function askingFor<A extends Common, Row>(
  context: Context,
  service: RecoveryPoints<A, Row>,
  args: A,
  rows: Row[],
): Asking {
  const there = rows.map(service.idOf);
  const lookTells = service.listShowsAll && (context.marked || service.namesAreUnique) && there.length === 0;
  const others = rows.filter((row) => service.differences(row, args).length > 0).map(service.idOf);
  return asking(context, service.service, { there, others, args, isExact: true, lookTells });
}

/** What has the name, once what is being deleted no longer has it. */
async function untilNoneVanishes<A extends Named, Row>(
  context: Context,
  service: RecoveryPoints<A, Row>,
  args: A,
): Promise<Row[]> {
  // A generated name is nobody else's, and an earlier run is over: what that left was there a minute ago, too. What was
  // there then may be gone.
  const isFirst = context.marked && service.listShowsAll && !noteOf(context).earlier();
  const wasFree = isFirst && (await sameName(service, args, "lately")).length === 0;
  if (wasFree) return [];
  const left = await context.deadline.until(context.pollMilliseconds, async () => {
    const rows = await sameName(service, args, "now");
    return rows.some((row) => service.stateOf(row) === "deleting") ? undefined : rows;
  });
  if (left) return left;
  throw new BackupError(
    `name: "${args.name}" belongs to a backup that is still being deleted after ${context.deadline}. The next pulumi up ` +
      "waits on; nothing was made yet",
  );
}

/** The id of what was made. Once it was sent, no way out loses it. */
async function ask<A extends Named, Row>(
  context: Context,
  service: RecoveryPoints<A, Row>,
  args: A,
  { before: known, sentBefore, note, arrivesUntil }: Asking,
): Promise<string> {
  const strange = async (freshness: Freshness) => (await service.unreadable?.(freshness)) ?? [];
  // What an earlier run made may be among them.
  const others = sentBefore ? [] : await strange("lately");
  const outcome = await carryOut(context, {
    what: `make backup "${args.name}"`,
    send: async (going) => {
      // Each time: what it builds on may have failed while this one waited.
      await service.beforeSending?.(args);
      return service.send(args, going);
    },
    look: async () => {
      const row = (await sameName(service, args, "now")).find((each) => !known.includes(service.idOf(each)));
      if (row) return service.idOf(row);
      const odd = (await strange("now")).filter((each) => !others.includes(each));
      if (odd.length > 0)
        throw new BackupError(
          `${service.service} lists ${odd.join(", ")}, which cannot be read, and may be what was made`,
        );
      return undefined;
    },
    isSentAgain: service.listShowsAll,
    patience: (inDoubt) => Math.max(patienceOf(context, service.listShowsAll, inDoubt), arrivesUntil - Date.now()),
    isBusy: (error) => service.isBusy(error, args),
    sentBefore,
    note,
  });
  if (outcome.done !== undefined) return outcome.done;
  const why = outcome.problem?.message ?? `${service.service} accepted it, and does not list it`;
  throw new UnfinishedError(
    `${why}. It may exist, so none is sent again. The next pulumi up looks first; or find it yourself and write its id as adopt`,
    `unseen-${randomBytes(4).toString("hex")}`,
    { state: outcome.doubt ? "unknown" : "pending", known },
  );
}

function patienceOf(context: Context, listShowsAll: boolean, inDoubt: boolean): number {
  if (!inDoubt) return context.deadline.left;
  return Math.max(2 * context.pollMilliseconds, LOOK_MILLISECONDS[listShowsAll ? "shown" : "perhaps"]);
}

/**
 * What an interrupted run left is found by the next one soon. An older one is of a former life of the stack, kept when
 * that was destroyed, and what is older than the state's own was replaced by that: to take one of these over would pass
 * an old recovery point for a new one.
 */
function isLeftByTheLastRun<A extends Named, Row>(
  context: Context,
  service: RecoveryPoints<A, Row>,
  row: Row,
): boolean {
  const { startedAt } = service.outputsOf(row);
  const { marked, replacing, page } = context;
  const isOlder = Date.parse(`${startedAt}`) < (page.before?.since ?? Number.NaN);
  const isAnothers = ledgerOf(context).hasAnother(page, thing(service.noun, service.idOf(row)));
  if (!marked || replacing || isOlder || isAnothers) return false;
  const started = Date.parse(`${startedAt}`);
  return Number.isNaN(started) || Date.now() - started < LEFT_BY_THE_LAST_RUN_MILLISECONDS;
}

async function sameName<A extends Named, Row>(
  service: RecoveryPoints<A, Row>,
  args: A,
  freshness: Freshness,
): Promise<Row[]> {
  return (await service.list(args, freshness)).filter((row) => service.nameOf(row) === args.name);
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
