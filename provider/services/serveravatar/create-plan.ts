import { randomBytes } from "node:crypto";
import type { Context } from "../../core/context";
import type { Stored } from "../../core/definition";
import { BackupError, DoubtfulError, UnfinishedError } from "../../core/errors";
import { serial } from "../../core/serial";
import { Account } from "./account";
import { api, bodyOf } from "./api";
import { candidates, claim, findPlan } from "./find-plan";
import { patchPlan } from "./patch-plan";
import { HOW_TO_SETTLE, planOutputs, runsOf } from "./plan-state";
import { differences, newestFirst } from "./runs";
import type { Plan } from "./schema";

const FIND_MILLISECONDS = 60_000;

export async function createPlan(context: Context, plan: Plan): Promise<Stored> {
  const account = new Account(context);
  if (plan.adopt !== undefined) return adoptPlan(account, plan, plan.adopt);
  // Not by database: a plan without one could take another's first run for its own.
  const target = [plan.organization, plan.applicationId, plan.cloudStorageProviderId].join("/");
  return serial(`ServerAvatar ${target}`, () => {
    context.deadline.begin();
    return createAndFind(account, plan);
  });
}

async function createAndFind(account: Account, plan: Plan): Promise<Stored> {
  const { context } = account;
  const before = candidates(await account.runs(plan.organization), plan);
  const doubt = await postPlan(account, plan);
  context.log.progress("created; waiting for its first run, which tells the plan's id");
  const patience = plan.startBackupFromNow || doubt ? FIND_MILLISECONDS : 0;
  const found = await firstRun(account, plan, before, patience);
  if (found) {
    claim(plan.organization, found.planId, context.owner);
    return { id: found.planId, outputs: planOutputs(plan, found.planId, found.runs) };
  }
  const id = `unseen-${randomBytes(4).toString("hex")}`;
  const outputs = { state: doubt ? "unknown" : "pending", health: "unknown", plansBefore: before };
  if (doubt) {
    throw new UnfinishedError(
      `${doubt.message}. A plan may exist that no run shows yet, so none is sent again; ${HOW_TO_SETTLE}`,
      id,
      outputs,
    );
  }
  context.log.warn(
    "the plan is created, but ServerAvatar tells a plan's id only by its runs, and none is there yet: " +
      "pulumi refresh finds it after the first run",
  );
  return { id, outputs };
}

/** The plan's runs as soon as there are any. The plan exists by now: a look that fails loses nothing but its id. */
async function firstRun(account: Account, plan: Plan, before: readonly string[], patience: number) {
  const { context } = account;
  const look = async () => {
    const runs = await account.runs(plan.organization);
    const planId = findPlan(runs, plan, before, context.owner);
    return planId === undefined ? undefined : { planId, runs: runsOf(runs, planId) };
  };
  try {
    return await context.deadline.within(patience).until(context.pollMilliseconds, look);
  } catch (error) {
    context.log.warn(`${(error as Error).message}. The plan's id is not known for now`);
    return undefined;
  }
}

/** Sends once; an answer in doubt is returned, for whoever looks. */
async function postPlan(account: Account, plan: Plan): Promise<DoubtfulError | undefined> {
  try {
    await account.client.call(api.create, { path: plan, json: bodyOf(plan) });
    return undefined;
  } catch (error) {
    if (error instanceof DoubtfulError) return error;
    throw error;
  }
}

/** Sets the plan as declared, when its runs show that it is what is declared. */
export async function adoptPlan(account: Account, plan: Plan, planId: string): Promise<Stored> {
  const runs = runsOf(await account.runs(plan.organization), planId);
  const [latest] = newestFirst(runs);
  if (!latest && !account.context.settings.flag("adoptUnseen")) {
    throw new BackupError(
      `adopt: no run of plan ${planId} is listed in organization ${plan.organization}, so what it backs up cannot be ` +
        "compared. Correct the id, or set backup-plans:adoptUnseen to true to adopt it unseen",
    );
  }
  const different = latest ? differences(latest, plan).map(([name, value]) => `${name} (there: ${value})`) : [];
  if (different.length > 0) {
    throw new BackupError(`adopt: plan ${planId} does not match what is declared: ${different.join(", ")}`);
  }
  await patchPlan(account, plan, planId, plan);
  claim(plan.organization, planId, account.context.owner);
  return { id: planId, outputs: planOutputs(plan, planId, runs, latest?.id) };
}
