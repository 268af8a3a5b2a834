import type { Context } from "../../core/context";
import type { Change, Live, Outputs } from "../../core/definition";
import { BackupError, ServiceError, UnfinishedError } from "../../core/errors";
import { Account } from "./account";
import { api } from "./api";
import { adoptPlan } from "./create-plan";
import { claim, findPlan } from "./find-plan";
import { patchPlan } from "./patch-plan";
import { HOW_TO_SETTLE, keptOutputs, planOutputs, runsOf, type StoredPlan } from "./plan-state";
import { newestFirst, storageDifferences } from "./runs";
import type { Plan } from "./schema";

/** The id of a plan that was created without telling it, once a run shows it. */
async function shownBy(account: Account, stored: StoredPlan): Promise<string | undefined> {
  const runs = await account.runs(stored.organization);
  return findPlan(runs, stored, stored.plansBefore ?? [], account.context.owner);
}

export async function readPlan(context: Context, id: string, stored: StoredPlan): Promise<Live> {
  const account = new Account(context);
  const all = await account.runs(stored.organization, "lately");
  const planId = stored.planId ?? findPlan(all, stored, stored.plansBefore ?? [], context.owner);
  if (planId === undefined) return { id, outputs: keptOutputs(stored) };
  claim(stored.organization, planId, context.owner);
  const runs = runsOf(all, planId);
  if (runs.length === 0) return { id, outputs: { ...keptOutputs(stored), planId } };
  // Runs from before the last change show the storage of that time.
  const [latest] = newestFirst(runs).filter((run) => run.id > (stored.lastRunId ?? 0));
  const drifted = latest ? Object.fromEntries(storageDifferences(latest, stored)) : {};
  const outputs = planOutputs(stored, planId, runs, stored.lastRunId);
  return { id, outputs: { ...outputs, lastBackupAt: outputs.lastBackupAt ?? stored.lastBackupAt }, drifted };
}

export async function updatePlan(context: Context, { id, stored, args, changed }: Change<Plan>): Promise<Outputs> {
  const account = new Account(context);
  const before = stored as StoredPlan;
  const all = await account.runs(args.organization);
  if (before.planId === undefined && args.adopt !== undefined)
    return (await adoptPlan(account, args, args.adopt)).outputs;
  const known = before.planId ?? findPlan(all, before, before.plansBefore ?? [], context.owner);
  if (known === undefined) {
    const outputs = keptOutputs(before);
    const message = `ServerAvatar has not shown the id of this plan yet, so it cannot be changed; ${HOW_TO_SETTLE}`;
    if (before.state === "unknown") throw new UnfinishedError(message, id, outputs);
    throw new BackupError(message);
  }
  claim(args.organization, known, context.owner);
  const runs = runsOf(all, known);
  if (changed.length === 0) return planOutputs(args, known, runs, before.lastRunId);
  await patchPlan(account, args, known, before);
  return planOutputs(args, known, runs, newestFirst(runs)[0]?.id);
}

export async function deletePlan(context: Context, stored: StoredPlan): Promise<void> {
  if (stored.onDelete !== "delete") {
    const name = stored.planId === undefined ? "the plan (its id is not known)" : `plan ${stored.planId}`;
    context.log.warn(
      `${name} keeps running in ServerAvatar, which documents no call that deletes a plan; ` +
        `stop it in the panel: server ${stored.server}, application ${stored.applicationId}, Backups`,
    );
    return;
  }
  const account = new Account(context);
  const planId = stored.planId ?? (await shownBy(account, stored));
  if (planId === undefined) {
    throw new BackupError(
      `onDelete: ServerAvatar has not shown the id of this plan, so it cannot be deleted; ${HOW_TO_SETTLE}`,
    );
  }
  try {
    await account.client.call(api.deletePlan, { path: { ...stored, planId } });
  } catch (error) {
    if (error instanceof ServiceError && error.status === 404 && /schedule not found/i.test(error.message)) return;
    throw new BackupError(
      `${(error as Error).message}. This call is not documented by ServerAvatar. The plan stays in state; ` +
        'write onDelete: "keep", run pulumi up, and stop the plan in the panel',
    );
  }
}
