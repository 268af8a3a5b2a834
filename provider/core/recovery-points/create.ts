import { serial } from "../doubt/serial";
import { BackupError } from "../ground/errors";
import { isAmong } from "../ground/same-id";
import type { Common, Stored } from "../kind/definition";
import { type Asking, asking } from "../ledger/asking";
import { ledgerOf, thing } from "../ledger/ledger";
import { LEFT_BY_THE_LAST_RUN_MILLISECONDS, noteOf } from "../ledger/note";
import { withOrigin } from "../ledger/origin";
import { adopt } from "./adopt";
import { ask, sameName } from "./ask";
import { finish } from "./finish";
import { oldestOf } from "./oldest";
import type { RecoveryPoints } from "./recovery-points";

/** Makes one recovery point for a resource, exactly one whatever happens to the requests. */
export async function createRecoveryPoint<A extends Common, Row>(
  service: RecoveryPoints<A, Row>,
  args: A,
): Promise<Stored> {
  const { run, deadline, log } = service.context;
  if (args.adopt !== undefined) return withOrigin("adopted", adopt(service, args, args.adopt));
  const create = () => {
    deadline.begin();
    return createOne(service, args);
  };
  const onWait = () => log.progress("waiting for another backup of the same source to end");
  return serial(run, `${service.service} ${service.queue(args)}`, create, onWait);
}

async function createOne<A extends Common, Row>(service: RecoveryPoints<A, Row>, args: A): Promise<Stored> {
  const { context } = service;
  const there = await untilNoneVanishes(service, args);
  const now = (await service.now?.()) ?? Date.now();
  const left = oldestOf(
    service,
    there.filter((row) => isLeftByTheLastRun(service, row, now)),
  );
  if (left) {
    const made = `an earlier run made it (started ${service.outputsOf(left).startedAt}), and it is taken over`;
    context.log.warn(`${service.idOf(left)} carries this resource's mark ("${args.name}"): ${made}`);
    const earlier = noteOf(context).earlier();
    const origin = earlier && !earlier.wasThere(service.idOf(left)) ? "made" : "found";
    return withOrigin(origin, finish(service, args, service.idOf(left)));
  }
  const asked = askingFor(service, args, there);
  const [first] = there.map(service.idOf).filter((id) => isAmong(asked.before, id));
  if (first && service.namesAreUnique) throw new BackupError(nameTaken(context.marked, args, first));
  const { id, row } = await ask(service, args, asked);
  return withOrigin("made", finish(service, args, id, { row }));
}

/** Returns how the creation begins. A look finds what an interrupted run made if the list shows all and the name is a mark. */
function askingFor<A extends Common, Row>(service: RecoveryPoints<A, Row>, args: A, rows: Row[]): Asking {
  const there = rows.map(service.idOf);
  const lookTells = service.listShowsAll && service.context.marked && there.length === 0;
  const others = rows.filter((row) => service.differences(row, args).length > 0).map(service.idOf);
  return asking(service.context, service.service, { there, others, args, isExact: true, lookTells });
}

/** Returns the rows that have the name, once those that are being deleted are gone. */
async function untilNoneVanishes<A extends Common, Row>(service: RecoveryPoints<A, Row>, args: A): Promise<Row[]> {
  const { context } = service;
  // Nobody else gives a generated name, and what an earlier run left was there a minute ago, too. A name that was taken a
  // minute ago may be free by now.
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
      "goes on waiting; nothing was made yet",
  );
}

/**
 * Returns whether an interrupted run left this recovery point, so that it is taken over. One from more than a day ago is of a
 * former life of the stack, and one that is older than the state's own was replaced: they would pass an old recovery point
 * for a new one.
 */
function isLeftByTheLastRun<A extends Common, Row>(service: RecoveryPoints<A, Row>, row: Row, now: number): boolean {
  const started = Date.parse(`${service.outputsOf(row).startedAt}`);
  const { marked, replacing, page } = service.context;
  const isOlder = started < (page.before?.since ?? Number.NaN);
  const isAnothers = ledgerOf(service.context).hasAnother(page, thing(service.noun, service.idOf(row)));
  if (!marked || replacing || isOlder || isAnothers) return false;
  return Number.isNaN(started) || now - started < LEFT_BY_THE_LAST_RUN_MILLISECONDS;
}

function nameTaken(isGenerated: boolean, args: Common, id: string): string {
  if (isGenerated) {
    return `name: "${args.name}" is taken by ${id}, which was made with the same arguments; change triggers for a new backup`;
  }
  return (
    `name: "${args.name}" is taken by ${id}. Leave name out, or write another; ` +
    `if that backup is to be this resource, write adopt: "${id}"`
  );
}
