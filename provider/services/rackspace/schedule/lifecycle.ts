import { insistOnConsent } from "../../../core/arguments/insist-on-consent";
import { BackupError } from "../../../core/ground/errors";
import { isAmong } from "../../../core/ground/same-id";
import type { Client } from "../../../core/http/client";
import type { Context } from "../../../core/kind/context";
import type { Change, Live, Outputs, Stored } from "../../../core/kind/definition";
import { asking } from "../../../core/ledger/asking";
import type { Row } from "../api";
import { connect, NAME } from "../connection";
import { type Schedule, USUAL_RETENTION } from "../schema";
import { adoptionLosses, unfit } from "./adopt";
import { bring, make, remove } from "./change";
import { isTheStates, occupied, showSchedule, standingOf } from "./standing";
import { outputsNow, type StoredSchedule } from "./state";
import { valuesIn } from "./values";

/** Returns the schedule as declared: made, taken over by `adopt`, or that of the state, where a creation replaces it. */
export async function createSchedule(context: Context, args: Schedule): Promise<Stored> {
  const client = await connect(context);
  if (args.adopt !== undefined) return stored(client, await adopt(client, args, args.adopt));
  const standing = await standingOf(client, args.sourceId, "now");
  const there = standing ? [standing.id] : [];
  const asked = asking(context, NAME, { there, args, isExact: false, lookTells: true });
  if (standing === undefined) return stored(client, await make(client, args, asked));
  // What was not there before an earlier run asked is what that asked for.
  if (isAmong(asked.before, standing.id) && !isTheStates(context, standing, args)) {
    throw new BackupError(`sourceId: ${occupied(standing, args).join("; ")}`);
  }
  return stored(client, await bring(client, standing, asItStands(standing, args), args));
}

async function adopt(client: Client, args: Schedule, id: string): Promise<Row> {
  const row = await showSchedule(client, id);
  const problem = unfit(row, args);
  if (problem || row === undefined) throw new BackupError(`adopt: ${problem?.join(". ")}`);
  insistOnConsent(client.context, args.allow, adoptionLosses(row, args));
  return bring(client, row, asItStands(row, args), args);
}

/** The arguments with what the schedule tells; a value that it leaves out is set anew. */
function asItStands(row: Row, args: Schedule): Schedule {
  return { ...args, fullBackupRetention: undefined, ...valuesIn(row, args) };
}

async function stored(client: Client, row: Row): Promise<Stored> {
  return { id: row.id, outputs: await outputsNow(client, row) };
}

export async function readSchedule(context: Context, id: string, before: StoredSchedule): Promise<Live | undefined> {
  const client = await connect(context);
  const { scheduleId } = before;
  if (scheduleId === undefined) return { id, outputs: { state: "unknown" } };
  const row = await showSchedule(client, scheduleId);
  return row && { id: row.id, outputs: await outputsNow(client, row, before), drifted: valuesIn(row, before) };
}

/** Returns the arguments of the schedule, and its id; nothing where it does not exist. */
export async function importedSchedule(context: Context, id: string): Promise<(Schedule & Outputs) | undefined> {
  const row = await showSchedule(await connect(context), id);
  if (row === undefined) return undefined;
  const usual = { sourceType: "instance", fullBackupRetention: USUAL_RETENTION };
  return { ...usual, ...valuesIn(row), scheduleId: row.id } as Schedule & Outputs;
}

/** Changes the schedule, or finds that which a creation in doubt may have made. */
export async function updateSchedule(context: Context, { stored: before, args }: Change<Schedule>): Promise<Outputs> {
  const client = await connect(context);
  const { scheduleId } = before as StoredSchedule;
  if (scheduleId === undefined && args.adopt !== undefined) {
    return outputsNow(client, await adopt(client, args, args.adopt), before);
  }
  const row = scheduleId === undefined ? undefined : await showSchedule(client, scheduleId);
  if (row === undefined) return outputsNow(client, await makeAgain(client, args), before);
  return outputsNow(client, await bring(client, row, { ...before, ...valuesIn(row, before) }, args), before);
}

/** A creation in doubt had found no schedule there: that which stands now is what it asked for. */
async function makeAgain(client: Client, args: Schedule): Promise<Row> {
  const standing = await standingOf(client, args.sourceId, "now");
  return standing ? bring(client, standing, asItStands(standing, args), args) : make(client, args, {});
}

export async function deleteSchedule(context: Context, { onDelete, scheduleId }: StoredSchedule): Promise<void> {
  if (onDelete !== "delete" || scheduleId === undefined) return;
  await remove(await connect(context), scheduleId);
}
