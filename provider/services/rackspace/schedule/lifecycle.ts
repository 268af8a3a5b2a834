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
import { sourceInWords } from "../words";
import { adoptionLosses, unfit } from "./adopt";
import { bring, isAsDeclared, make, remove } from "./change";
import { isTheStates, occupied, showSchedule, standingOf } from "./standing";
import { outputsOf, runsNow, runsOfNew, type StoredSchedule } from "./state";
import { differences, valuesIn } from "./values";

/** Creates the schedule: makes it, adopts it, or takes that of the state where a replacement keeps it. */
export async function createSchedule(context: Context, args: Schedule): Promise<Stored> {
  const client = await connect(context);
  if (args.adopt !== undefined) return adopt(client, args, args.adopt);
  const standing = await standingOf(client, args.sourceId, "now");
  const there = standing ? [standing.id] : [];
  const asked = asking(context, NAME, { there, args, isExact: false, lookTells: true });
  // A schedule that was not there before an earlier run asked is the one that it asked for, where it looks so.
  const mayBeAsked = standing && !isAmong(asked.before, standing.id) && isAsDeclared(standing, args);
  if (standing && !mayBeAsked && !isTheStates(context, standing, args)) throw standsThere(standing, args);
  // An instance and a group have ids of their own.
  const [type] = standing ? differences(standing, args, ["sourceType"]) : [];
  if (type)
    throw new BackupError(
      `sourceType: ${args.sourceId} is of type "${type[1]}" at Rackspace. Write that, or correct sourceId`,
    );
  const row = standing
    ? await bring(client, standing, asItStands(standing, args), args)
    : await make(client, args, asked);
  return { id: row.id, outputs: outputsOf(row, runsOfNew(client, row)) };
}

async function adopt(client: Client, args: Schedule, id: string): Promise<Stored> {
  const there = await showSchedule(client, id);
  const problem = unfit(there, args);
  if (problem || there === undefined) throw new BackupError(`adopt: ${problem?.join(". ")}`);
  insistOnConsent(client.context, args.allow, adoptionLosses(there, args));
  const row = await bring(client, there, asItStands(there, args), args);
  return { id: row.id, outputs: outputsOf(row, await runsNow(client, row)) };
}

/** Returns the arguments with the values of the row. A value that the row leaves out counts as changed. */
function asItStands(row: Row, args: Schedule): Schedule {
  return { ...args, fullBackupRetention: undefined, ...valuesIn(row, args) };
}

export async function readSchedule(context: Context, id: string, before: StoredSchedule): Promise<Live | undefined> {
  const client = await connect(context);
  const { scheduleId } = before;
  if (scheduleId === undefined) return { id, outputs: { state: "unknown" } };
  const row = await showSchedule(client, scheduleId);
  if (row === undefined) return undefined;
  const outputs = outputsOf(row, await runsNow(client, row, before.lastBackupAt));
  return { id: row.id, outputs, drifted: valuesIn(row, before) };
}

/** Returns the arguments and the id of a schedule for an import; nothing where it does not exist. */
export async function importedSchedule(context: Context, id: string): Promise<(Schedule & Outputs) | undefined> {
  const row = await showSchedule(await connect(context), id);
  if (row === undefined) return undefined;
  const usual = { sourceType: "instance", fullBackupRetention: USUAL_RETENTION };
  return { ...usual, ...valuesIn(row), scheduleId: row.id } as Schedule & Outputs;
}

/** Changes the schedule, or finds the one that a creation in doubt made. */
export async function updateSchedule(context: Context, { stored, args }: Change<Schedule>): Promise<Outputs> {
  const client = await connect(context);
  const before = stored as StoredSchedule;
  const { scheduleId } = before;
  if (scheduleId === undefined && args.adopt !== undefined) return (await adopt(client, args, args.adopt)).outputs;
  const there = scheduleId === undefined ? undefined : await showSchedule(client, scheduleId);
  if (there) return outputsOf(await bring(client, there, { ...before, ...valuesIn(there, before) }, args), before);
  const row = await makeAgain(client, before, args);
  return outputsOf(row, { ...runsOfNew(client, row), lastBackupAt: before.lastBackupAt });
}

/** Makes the schedule, or takes the one that stands there: a creation in doubt `asked` for it, where it looks so. */
async function makeAgain(client: Client, asked: Schedule, args: Schedule): Promise<Row> {
  const standing = await standingOf(client, args.sourceId, "now");
  if (standing === undefined) return make(client, args, {});
  if (![asked, args].some((each) => isAsDeclared(standing, each))) throw standsThere(standing, args);
  return bring(client, standing, asItStands(standing, args), args);
}

function standsThere(row: Row, args: Schedule): BackupError {
  return new BackupError(`sourceId: ${occupied(row, args).join("; ")}`);
}

export async function deleteSchedule(
  context: Context,
  { onDelete, scheduleId, ...source }: StoredSchedule,
): Promise<void> {
  if (scheduleId === undefined) {
    context.log.warn(
      `a schedule of ${sourceInWords(source)} may exist, as the outcome of its creation is not known: look for it at Rackspace`,
    );
    return;
  }
  if (onDelete === "delete") await remove(await connect(context), scheduleId);
}
