import { carryOut, type Going } from "../doubt/carry-out";
import { madeItself } from "../doubt/made-itself";
import { RESENT_HOURS } from "../doubt/resent";
import { unseenId } from "../doubt/unseen-id";
import { BackupError, DoubtfulError, UnfinishedError } from "../ground/errors";
import { isAmong } from "../ground/same-id";
import type { Common } from "../kind/definition";
import type { Asking } from "../ledger/asking";
import type { Freshness } from "../lists/shared-rows";
import { oldestOf } from "./oldest";
import type { RecoveryPoints } from "./recovery-points";

/** The id of a new recovery point, and its row where a look showed it. */
interface Made<Row> {
  id: string;
  row?: Row | undefined;
}

/** How long to look for what may have been made: `shown` where the list shows everything, `perhaps` where it may lag. */
const LOOK_MILLISECONDS = { shown: 5_000, perhaps: 60_000 };

/** Asks for a recovery point and returns what was made. After the request left, every error keeps it in the state. */
export async function ask<A extends Common, Row>(
  service: RecoveryPoints<A, Row>,
  args: A,
  { before: known, sentBefore, note, arrivesUntil }: Asking,
): Promise<Made<Row>> {
  // After an interrupted run, what it made may be among the unreadable rows.
  const others = sentBefore ? [] : await unreadableIn(service, "lately");
  const look = async (): Promise<Made<Row> | undefined> => {
    const made = await madeSince(service, args, known);
    if (made) return made;
    const odd = (await unreadableIn(service, "now")).filter((each) => !others.includes(each));
    if (odd.length === 0) return undefined;
    throw new BackupError(`${service.service} lists ${odd.join(", ")}, which cannot be read, and may be what was made`);
  };
  const outcome = await carryOut(service.context, {
    what: `make backup "${args.name}"`,
    send: (going) => send(service, args, known, going),
    look,
    isSentAgain: service.listShowsAll,
    patience: (inDoubt) => Math.max(patienceOf(service, inDoubt), arrivesUntil - Date.now()),
    isBusy: (error) => service.isBusy(error, args),
    sentBefore,
    note,
  });
  if (outcome.done !== undefined) return outcome.done;
  const why = outcome.problem?.message ?? `${service.service} accepted it, and does not list it`;
  const id = unseenId();
  if (!outcome.doubt) {
    const wayOut = "The next pulumi up looks first; or find it yourself and write its id as adopt";
    throw new UnfinishedError(`${why}. It may exist, so none is sent again. ${wayOut}`, id, {
      state: "pending",
      known,
    });
  }
  const doubtedAt = new Date((await service.now?.()) ?? Date.now()).toISOString();
  throw new UnfinishedError(`${why}. It may exist. ${howToSettle(service)}`, id, {
    state: "unknown",
    known,
    doubtedAt,
  });
}

/** Returns sentences on a request in doubt: when it is sent again, and how to settle it before. */
export function howToSettle<A extends Common, Row>(service: RecoveryPoints<A, Row>): string {
  const when = service.listShowsAll
    ? "The next pulumi up looks first, and sends it again only where it is not there"
    : `None is sent again for ${RESENT_HOURS} hours`;
  return (
    `${when}. Or look at ${service.service}: if it is there, write its id as adopt; if it is not, ` +
    "pulumi up --replace with this resource's URN makes it"
  );
}

async function send<A extends Common, Row>(
  service: RecoveryPoints<A, Row>,
  args: A,
  known: readonly string[],
  going: Going,
): Promise<Made<Row> | undefined> {
  // Before each attempt: the parent may have failed while this one waited.
  await service.beforeSending?.(args);
  try {
    const id = await service.send(args, going);
    return id === undefined ? undefined : await believed(service, args, known, id);
  } catch (error) {
    if (!service.isNameTaken?.(error)) throw error;
    return madeItself(error as Error, async () => {
      const made = await madeSince(service, args, known);
      return made?.row === undefined || service.differences(made.row, args).length > 0 ? undefined : made;
    });
  }
}

/** Returns the id of an answer, if what has that id fits the request; throws a doubt where it does not. */
async function believed<A extends Common, Row>(
  service: RecoveryPoints<A, Row>,
  args: A,
  known: readonly string[],
  id: string,
): Promise<Made<Row>> {
  // If the look fails, the id is kept.
  const row = await service.find(id, args, "now").catch(() => undefined);
  const differences = row === undefined ? [] : service.differences(row, args);
  // An empty field does not contradict the request.
  const differs = differences.flatMap(([name, value]) =>
    value === undefined || value === null ? [] : [`${name}: ${value}`],
  );
  if (differs.length === 0 && !isAmong(known, id)) return { id, row };
  throw new DoubtfulError(
    `${service.service} answered the request for backup "${args.name}" with the id of another one, ${id} (${differs.join(", ") || "it was there before"})`,
  );
}

async function madeSince<A extends Common, Row>(
  service: RecoveryPoints<A, Row>,
  args: A,
  known: readonly string[],
): Promise<Made<Row> | undefined> {
  const rows = (await sameName(service, args, "now")).filter((row) => !isAmong(known, service.idOf(row)));
  const row = oldestOf(service, rows);
  return row && { id: service.idOf(row), row };
}

export async function sameName<A extends Common, Row>(
  service: RecoveryPoints<A, Row>,
  args: A,
  freshness: Freshness,
): Promise<Row[]> {
  return (await service.list(args, freshness)).filter((row) => service.nameOf(row) === args.name);
}

/** Returns the ids of the rows that cannot be read. */
async function unreadableIn<A extends Common, Row>(
  service: RecoveryPoints<A, Row>,
  freshness: Freshness,
): Promise<string[]> {
  return (await service.unreadable?.(freshness)) ?? [];
}

function patienceOf<A extends Common, Row>(
  { context, listShowsAll }: RecoveryPoints<A, Row>,
  inDoubt: boolean,
): number {
  if (!inDoubt) return context.deadline.left;
  return Math.max(2 * context.pollMilliseconds, LOOK_MILLISECONDS[listShowsAll ? "shown" : "perhaps"]);
}
