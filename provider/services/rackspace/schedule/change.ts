import { isDeepStrictEqual } from "node:util";
import { carryOut, type Write } from "../../../core/doubt/carry-out";
import { madeItself } from "../../../core/doubt/made-itself";
import { unseenId } from "../../../core/doubt/unseen-id";
import { BackupError, DoubtfulError, ServiceError, UnfinishedError } from "../../../core/ground/errors";
import { isAmong, isSameId } from "../../../core/ground/same-id";
import type { Client } from "../../../core/http/client";
import type { Asking } from "../../../core/ledger/asking";
import { unlessGone } from "../../databases/gone";
import { api, type Row } from "../api";
import type { Schedule } from "../schema";
import { occupied, showSchedule, sourceOf, standingOf } from "./standing";
import { CHANGEABLE, differences } from "./values";

/** How long an accepted change may take to show. The pages call it asynchronous. */
const SHOWS_MILLISECONDS = 5_000;

/** Makes a schedule, or finds the one that an earlier request of this resource made. Every error after the request keeps it. */
export async function make(client: Client, args: Schedule, asked: Partial<Asking>): Promise<Row> {
  const { context } = client;
  const { before = [], sentBefore, note, arrivesUntil = 0 } = asked;
  const { done, doubt, problem } = await carryOut<Row>(context, {
    what: `make a schedule for ${args.sourceId}`,
    send: async (going) => {
      try {
        const { schedule } = await client.call(api.create, { path: {}, json: bodyOf(args), going });
        if (isSameId(sourceOf(schedule), args.sourceId)) return schedule;
        throw new DoubtfulError(`Rackspace answered the request for a schedule with ${schedule.id}, of another source`);
      } catch (error) {
        if (!(error instanceof ServiceError)) throw error;
        return madeItself(error, async () => {
          const row = await madeSince(client, args, before);
          return row && isAsDeclared(row, args) ? row : undefined;
        });
      }
    },
    look: async () => {
      const row = await madeSince(client, args, before);
      if (row === undefined || isAsDeclared(row, args)) return row;
      throw new BackupError(`sourceId: ${occupied(row, args).join("; ")}`);
    },
    isSentAgain: true,
    patience: () => Math.max(2 * context.pollMilliseconds, arrivesUntil - Date.now()),
    sentBefore,
    ...(note && { note }),
  });
  if (done) return done;
  throw new UnfinishedError(
    `${(problem ?? doubt)?.message}. The schedule may exist; the next pulumi up looks before it sends again`,
    unseenId(),
    { state: "unknown" },
  );
}

async function madeSince(client: Client, { sourceId }: Schedule, before: readonly string[]): Promise<Row | undefined> {
  const row = await standingOf(client, sourceId, "now");
  return row && !isAmong(before, row.id) ? row : undefined;
}

/** Returns whether a row contradicts nothing that the arguments say. */
export function isAsDeclared(row: Row, args: Schedule): boolean {
  return differences(row, args, [...CHANGEABLE, "sourceType", "copyTo"]).length === 0;
}

/** Changes the schedule and returns it once it is as declared. `there` is its present row. */
export async function bring(client: Client, row: Row, there: Schedule, args: Schedule): Promise<Row> {
  if (!isDeepStrictEqual(there.copyTo, args.copyTo)) {
    return remade(client, row, args);
  }
  if (CHANGEABLE.every((name) => there[name] === args[name])) return row;
  return update(client, row.id, args);
}

/** Makes another schedule in the place of one. If that fails, the state no longer has the deleted one. */
async function remade(client: Client, { id }: Row, args: Schedule): Promise<Row> {
  client.context.log.warn(
    `Rackspace changes no copyTo: schedule ${id} is deleted, and another one is made in its place`,
  );
  await remove(client, id);
  try {
    return await make(client, args, { before: [id] });
  } catch (error) {
    if (!(error instanceof BackupError)) throw error;
    const gone = `Schedule ${id} is deleted, and nothing backs up ${args.sourceId} until pulumi up makes another one`;
    throw new UnfinishedError(`${error.message}. ${gone}`, id, { state: "unknown", scheduleId: undefined });
  }
}

function update(client: Client, id: string, args: Schedule): Promise<Row> {
  const json = { schedule: timesOf(args) };
  return untilShown(
    client,
    `Rackspace accepted the change of schedule ${id}, and does not show it: run pulumi up again`,
    {
      what: `change schedule ${id}`,
      send: () => client.call(api.update, { path: { id }, json }).then(() => undefined),
      look: async () => {
        const row = await showSchedule(client, id);
        return row && isAsDeclared(row, args) ? row : undefined;
      },
    },
  );
}

/** Deletes a schedule, and waits until it is gone. */
export async function remove(client: Client, id: string): Promise<void> {
  await untilShown(
    client,
    `Rackspace accepted the deletion of schedule ${id}, and still shows it: run it again in a while`,
    {
      what: `delete schedule ${id}`,
      send: () => unlessGone(() => client.call(api.delete, { path: { id } })).then(() => undefined),
      look: async () => ((await showSchedule(client, id)) === undefined ? true : undefined),
    },
  );
}

/** Sends what does no harm a second time, and returns what the look shows. `notShown` is the error where that is nothing. */
async function untilShown<T>(
  client: Client,
  notShown: string,
  write: Pick<Write<T>, "what" | "send" | "look">,
): Promise<T> {
  const repeatable = { ...write, isSentAgain: true, patience: () => SHOWS_MILLISECONDS };
  const { done, doubt, problem } = await carryOut<T>(client.context, repeatable);
  if (done !== undefined) return done;
  throw doubt ?? problem ?? new BackupError(notShown);
}

/** Returns the body of a creation. `instance_id` is required, and of a single instance alone. */
function bodyOf(args: Schedule): object {
  const { sourceId, sourceType, copyTo } = args;
  const source = sourceType === "ha" ? { source_id: sourceId, source_type: "ha" } : { instance_id: sourceId };
  return { schedule: { action: "backup", ...source, ...timesOf(args), copy_to: copyTo } };
}

function timesOf({ dayOfWeek, hour, minute, fullBackupRetention }: Schedule): object {
  return { day_of_week: dayOfWeek, hour, minute, full_backup_retention: fullBackupRetention };
}
