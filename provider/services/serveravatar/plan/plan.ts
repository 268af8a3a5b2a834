import { hoursSince, RESENT_HOURS, sendAgain } from "../../../core/doubt/resent";
import { BackupError, ServiceError, UnansweredError } from "../../../core/ground/errors";
import type { Context } from "../../../core/kind/context";
import type { Change, Live, Outputs, Succession } from "../../../core/kind/definition";
import { ledgerOf } from "../../../core/ledger/ledger";
import { originOf } from "../../../core/ledger/origin";
import { api, type Run } from "../api";
import { Account } from "../connection";
import { newestFirst, storageDifferences } from "../runs/runs";
import type { Plan } from "../schema";
import { makePlan } from "./create";
import { alike, findPlan, nounOf, othersAmong, tooMany, untilOthersAreShown } from "./find-plan";
import { startedBy } from "./health";
import { patchPlan } from "./patch-plan";
import {
  HOW_TO_SETTLE,
  keptOutputs,
  outputsNow,
  outputsOfFound,
  runsOf,
  type StoredPlan,
  soughtBy,
  whenResent,
} from "./plan-state";
import { adoptPlan } from "./takeover";

export async function readPlan(context: Context, id: string, shown: StoredPlan): Promise<Live> {
  const account = new Account(context);
  const all = await account.runs(shown.organization, "lately");
  const stored = isContested(context, shown) ? withoutId(context, shown) : shown;
  if (stored.planId === undefined) return { id, outputs: outputsOfSought(context, stored, all) };
  const { planId } = stored;
  const runs = runsOf(all, planId);
  // Runs from before the last change show the storage of their time.
  const [latest] = newestFirst(runs).filter((run) => run.id > (stored.lastRunId ?? 0));
  const drifted = latest ? Object.fromEntries(storageDifferences(latest, stored)) : {};
  return { id, outputs: outputsNow({ ...stored, planId }, stored, runs), drifted };
}

/** Returns the outputs of a plan whose creation answered no id, by what its runs show now. */
function outputsOfSought(context: Context, stored: StoredPlan, runs: readonly Run[]): Outputs {
  const sought = soughtBy(stored);
  const planId = findPlan(context, runs, sought);
  if (planId !== undefined) return outputsOfFound(stored, planId, runs);
  warnOfSeveral(context, tooMany(context, runs, sought));
  const plansBefore = [...new Set([...(stored.plansBefore ?? []), ...othersAmong(context, runs, stored)])];
  return keptOutputs({ ...stored, plansBefore });
}

function warnOfSeveral({ log }: Context, planIds: readonly string[]): void {
  if (planIds.length === 0) return;
  log.warn(
    `plans ${planIds.join(", ")} may be this one, and nothing tells which. Write the id of one as adopt; if no other ` +
      "stack made the others, stop them in ServerAvatar's panel",
  );
}

/** Returns whether another resource has the id that only runs told. */
function isContested(context: Context, stored: StoredPlan): boolean {
  const { planId } = stored;
  const others = ledgerOf(context).held(nounOf(stored), { beside: context.page });
  return originOf(stored) === "found" && planId !== undefined && others.has(planId);
}

/** Returns the stored plan without its id, and without what the runs of that id showed. */
function withoutId(context: Context, { planId, lastBackupAt: _, ...stored }: StoredPlan): StoredPlan {
  context.log.warn(
    `runs led to plan ${planId}, which is that of another resource: the id of this plan has to be found again`,
  );
  return { ...stored, state: "pending", origin: "made" };
}

/** Throws where the plan may be another resource's, so that nothing is written to it. */
async function insistOnOwn(context: Context, stored: StoredPlan): Promise<void> {
  if (originOf(stored) !== "found") return;
  await untilOthersAreShown(context);
  if (!isContested(context, stored)) return;
  throw new BackupError(
    `runs led to plan ${stored.planId}, which is that of another resource of the stack, and is left as ` +
      `it is. Run pulumi refresh; then ${HOW_TO_SETTLE}`,
  );
}

export async function updatePlan(context: Context, { id, stored, args, changed }: Change<Plan>): Promise<Outputs> {
  const account = new Account(context);
  const before = stored as StoredPlan;
  if (before.planId === undefined && args.adopt !== undefined) {
    return (await adoptPlan(account, args, args.adopt)).outputs;
  }
  const all = await account.runs(args.organization);
  if (before.planId === undefined) return settle(account, { ...before, id }, changed, all);
  await insistOnOwn(context, before);
  const { planId } = before;
  const runs = runsOf(all, planId);
  if (changed.length > 0) await patchPlan(account, args, planId, before);
  const lastRunId = changed.length > 0 ? newestFirst(runs)[0]?.id : undefined;
  return outputsNow({ ...before, planId }, args, runs, lastRunId);
}

/** Stores the id alone and writes nothing yet: resources that the engine shows later may claim the plan. */
async function settle(
  account: Account,
  stored: StoredPlan & { id: string },
  changed: readonly string[],
  runs: readonly Run[],
): Promise<Outputs> {
  const planId = findPlan(account.context, runs, soughtBy(stored));
  if (planId === undefined && changed.length === 0) return outputsInDoubt(account, stored, runs);
  if (planId === undefined) {
    throw new BackupError(
      `ServerAvatar has not shown the id of this plan yet, so it cannot be changed; ${HOW_TO_SETTLE}`,
    );
  }
  if (changed.length > 0) {
    throw new BackupError(
      `runs show that plan ${planId} may be this one, and nothing is changed before the state knows it: ` +
        "run pulumi refresh, then pulumi up again",
    );
  }
  return outputsOfFound(stored, planId, runs);
}

/** Returns the outputs of a plan whose request is in doubt. It is sent again after a day, and does not stop the stack. */
async function outputsInDoubt(
  account: Account,
  stored: StoredPlan & { id: string },
  runs: readonly Run[],
): Promise<Outputs> {
  const now = account.client.now;
  const { doubtedAt = new Date(now).toISOString(), id } = stored;
  const several = alike(account.context, runs, soughtBy(stored));
  warnOfSeveral(account.context, several);
  if (several.length > 0) return keptOutputs({ ...stored, doubtedAt });
  if (hoursSince(startedBy(stored, Date.parse(doubtedAt)), now) < RESENT_HOURS) {
    account.context.log.warn(
      `no run shows this plan, which was sent at ${doubtedAt} without a clear answer: it is sent again ` +
        `${whenResent(stored)}. Earlier, ${HOW_TO_SETTLE}`,
    );
    return keptOutputs({ ...stored, doubtedAt });
  }
  account.context.log.warn(`no run showed this plan within ${RESENT_HOURS} hours: it is sent again`);
  const stays = `The state still has an earlier creation, whose outcome is not known: ${HOW_TO_SETTLE}`;
  return sendAgain({ id, kept: keptOutputs(stored), stays }, () => makePlan(account, stored));
}

export async function deletePlan(context: Context, stored: StoredPlan, { successor }: Succession): Promise<void> {
  const isInDoubt = stored.planId === undefined && stored.state === "unknown";
  // Whoever replaces a plan in doubt has seen that it is not there, as its error asks for.
  if (stored.onDelete !== "delete" || (isInDoubt && successor)) {
    const unseen = isInDoubt ? "the plan, if it exists (its id is not known)," : "the plan (its id is not known)";
    context.log.warn(
      `${stored.planId === undefined ? unseen : `plan ${stored.planId}`} keeps running in ServerAvatar, which documents no call that deletes a plan; ` +
        `stop it in the panel: server ${stored.server}, application ${stored.applicationId}, Backups`,
    );
    return;
  }
  const { planId } = stored;
  if (planId === undefined) {
    throw new BackupError(
      "onDelete: the id of this plan is not known, so it cannot be deleted. Once it has run, pulumi refresh finds it; " +
        'or write onDelete: "keep", run pulumi up, and stop the plan in the panel',
    );
  }
  if (originOf(stored) === "found") {
    context.log.warn(
      `plan ${planId} was found by its runs, and another stack may have made it: it is kept, and keeps running. To have it ` +
        `deleted, write adopt: "${planId}" and run pulumi up before it leaves the program`,
    );
    return;
  }
  const account = new Account(context);
  try {
    await account.client.call(api.deletePlan, { path: { ...stored, planId } });
  } catch (error) {
    if (error instanceof ServiceError && error.status === 404 && /schedule not found/i.test(error.message)) return;
    const isRejected = error instanceof ServiceError && (error.status === 401 || error.status === 403);
    if (isRejected || error instanceof UnansweredError) throw error;
    throw new BackupError(
      `${(error as Error).message}. This call is not documented by ServerAvatar. The plan stays in state; ` +
        'write onDelete: "keep", run pulumi up, and stop the plan in the panel',
    );
  }
}
