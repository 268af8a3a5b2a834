import { randomBytes } from "node:crypto";
import type { Context } from "../../core/context";
import type { Live, Outputs, Stored } from "../../core/definition";
import { BackupError, DoubtfulError, ServiceError, UnfinishedError } from "../../core/errors";
import { serial } from "../../core/serial";
import { Account } from "./account";
import { api, bodyOf, type Run } from "./api";
import { differences, fits, isCompleted, isFailed, newestFirst, outputsOf } from "./runs";
import type { Plan } from "./schema";

/** An instant backup as the state holds it. */
export type StoredInstant = Plan & { runId?: number; runsBefore?: number; state?: string } & RunOutputs;

interface RunOutputs {
  startedAt?: string;
  finishedAt?: string;
  lastBackupAt?: string;
  totalSize?: number;
}

export async function createInstant(context: Context, backup: Plan): Promise<Stored> {
  const account = new Account(context);
  if (backup.adopt !== undefined) return adoptInstant(account, backup, Number(backup.adopt));
  const target = [backup.organization, backup.applicationId, backup.databaseId, backup.cloudStorageProviderId].join(
    "/",
  );
  return serial(`ServerAvatar ${target}`, () => createAndWait(account, backup));
}

async function createAndWait(account: Account, backup: Plan): Promise<Stored> {
  const [newest] = newestFirst(await account.runs(backup.organization));
  const runsBefore = newest?.id ?? 0;
  const id = `unseen-${randomBytes(4).toString("hex")}`;
  try {
    await account.client.call(api.create, { path: backup, json: bodyOf(backup) });
  } catch (error) {
    if (!(error instanceof DoubtfulError)) throw error;
    account.context.log.warn(`${error.message}. Looking whether the backup runs, before anything else`);
    return finish(account, { ...backup, runsBefore, state: "unknown" }, id, error.message);
  }
  return finish(account, { ...backup, runsBefore, state: "pending" }, id);
}

/** Waits for the run's end. A backup that did not complete is never taken for one that did. */
async function finish(account: Account, backup: StoredInstant, id: string, doubt?: string): Promise<Stored> {
  const { context } = account;
  let seen: Run | undefined;
  const patience = doubt === undefined ? context.deadline.left : Math.min(60_000, context.deadline.left);
  const ended = await context.deadline.within(patience).until(context.pollMilliseconds, async () => {
    seen = findRun(await account.runs(backup.organization), backup);
    context.log.progress(seen ? `backup ${seen.id}: ${seen.status}` : "started; its run is not listed yet");
    return seen && (isCompleted(seen) || isFailed(seen)) ? seen : undefined;
  });
  if (ended && isCompleted(ended)) return { id: `${ended.id}`, outputs: instantOutputs(ended) };
  const stored = seen ? instantOutputs(seen) : { state: backup.state, runsBefore: backup.runsBefore };
  throw new UnfinishedError(problemOf(ended ?? seen, context, doubt), seen ? `${seen.id}` : id, stored);
}

function problemOf(run: Run | undefined, context: Context, doubt?: string): string {
  if (run && isFailed(run))
    return `ServerAvatar says "${run.status}" of backup ${run.id}: there is no recovery point. The next pulumi up makes a new one`;
  if (run) return `backup ${run.id} is still "${run.status}" after ${context.deadline}. The next pulumi up looks again`;
  const why = doubt ?? `no run of this backup was listed within ${context.deadline}`;
  return `${why}. It may exist, so none is sent again: the next pulumi up looks first; or look in ServerAvatar's panel and write its id as adopt`;
}

/** The run of this backup: by the name that marks it, among those that were not there before. */
function findRun(runs: readonly Run[], backup: StoredInstant): Run | undefined {
  if (backup.runId !== undefined) return runs.find((run) => run.id === backup.runId);
  const fresh = runs.filter((run) => run.id > (backup.runsBefore ?? 0) && fits(run, backup));
  return fresh.find((run) => run.backup_configuration?.name === backup.name);
}

async function adoptInstant(account: Account, backup: Plan, runId: number): Promise<Stored> {
  const run = (await account.runs(backup.organization)).find((each) => each.id === runId);
  if (!run) throw new BackupError(`adopt: backup ${runId} is not listed in organization ${backup.organization}`);
  const different = differences(run, backup).map(([name, value]) => `${name} (there: ${value})`);
  if (different.length > 0) {
    throw new BackupError(`adopt: backup ${runId} does not match what is declared: ${different.join(", ")}`);
  }
  if (!isCompleted(run)) throw new BackupError(`adopt: backup ${runId} is "${run.status}", not "Completed"`);
  return { id: `${run.id}`, outputs: instantOutputs(run) };
}

export async function readInstant(context: Context, id: string, stored: StoredInstant): Promise<Live> {
  const account = new Account(context);
  const run = findRun(await account.runs(stored.organization), stored);
  if (run) return { id, outputs: instantOutputs(run) };
  // What the list does not show is not gone: which runs it shows is not documented.
  const { runId, runsBefore, state, startedAt, finishedAt, lastBackupAt, totalSize } = stored;
  const seen = { runId, runsBefore, startedAt, finishedAt, lastBackupAt, totalSize };
  return { id, outputs: { ...seen, state: state === "ready" ? "unknown" : state } };
}

export async function finishInstant(context: Context, id: string, stored: StoredInstant): Promise<Outputs> {
  const account = new Account(context);
  const { outputs } = await finish(account, stored, id);
  return outputs;
}

export async function deleteInstant(context: Context, stored: StoredInstant): Promise<void> {
  const failed = stored.state === "failed";
  const wanted = stored.onDelete === "delete" || (failed && stored.adopt === undefined);
  if (!wanted) return;
  if (stored.runId === undefined) {
    context.log.warn("the run of this backup was never seen, so nothing is deleted; look in ServerAvatar's panel");
    return;
  }
  const account = new Account(context);
  const path = { organization: stored.organization };
  try {
    await account.client.call(api.deleteRuns, { path, json: { ids: [stored.runId] } });
  } catch (error) {
    // A backup that failed has nothing to delete, and the vendor says so by refusing.
    if (failed && error instanceof ServiceError) return context.log.warn(error.message);
    throw error;
  }
}

function instantOutputs(run: Run): Outputs {
  const state = isCompleted(run) ? "ready" : isFailed(run) ? "failed" : "pending";
  return { ...outputsOf([run]), runId: run.id, state };
}
