import { randomBytes } from "node:crypto";
import { carryOut } from "../../../core/doubt/carry-out";
import { serial } from "../../../core/doubt/serial";
import { BackupError, UnfinishedError } from "../../../core/ground/errors";
import type { Context } from "../../../core/kind/context";
import type { Stored } from "../../../core/kind/definition";
import { asking } from "../../../core/ledger/asking";
import { api, bodyOf } from "../api";
import { Account } from "../connection";
import { differences, newestFirst } from "../runs/runs";
import type { Plan } from "../schema";
import { findPlan, untilOthersAreShown } from "./find-plan";
import { healthSince } from "./health";
import { candidates, type Sought } from "./matching";
import { patchPlan } from "./patch-plan";
import { HOW_TO_SETTLE, planOutputs, runsOf } from "./plan-state";
import { warnOfUnheld } from "./unheld-plans";

const FIND_MILLISECONDS = 60_000;

export async function createPlan(context: Context, plan: Plan): Promise<Stored> {
  const account = new Account(context);
  if (plan.adopt !== undefined) return adoptPlan(account, plan, plan.adopt);
  // Not by database: a plan without one could take another's first run for its own.
  const target = [plan.organization, plan.applicationId, plan.cloudStorageProviderId].join("/");
  return serial(context.run, `ServerAvatar ${target}`, () => {
    context.deadline.begin();
    return createAndFind(account, plan);
  });
}

async function createAndFind(account: Account, plan: Plan): Promise<Stored> {
  const { context } = account;
  // Of many plans, the look that found one is the look before the next.
  const shown = await account.runs(plan.organization, "just now");
  const there = candidates(shown, plan);
  const {
    before: noted,
    sentBefore,
    note,
  } = asking(context, "ServerAvatar", {
    ...{ there, args: plan, isExact: false, lookTells: false },
  });
  const { id: storedId } = context.page.before ?? {};
  const before = storedId === undefined ? noted : [...noted, storedId];
  // What an earlier run asked for may be one of them.
  const told = sentBefore ? undefined : warnOfUnheld(context, plan, shown);
  // An earlier run may have asked for it at any time.
  const sought: Sought = { plan, before, askedAt: sentBefore ? undefined : new Date().toISOString() };
  // What starts later has no run yet: one that shows is another's.
  const mayShow = plan.startBackupFromNow || sentBefore !== undefined;
  const outcome = await carryOut(context, {
    what: "create the plan",
    send: async (going) => {
      await account.client.call(api.create, { path: plan, json: bodyOf(plan), going });
      return undefined;
    },
    look: async () => {
      if (!mayShow) return undefined;
      const runs = await account.runs(plan.organization);
      // What an earlier run made is written to: others may have been made since, by resources not shown yet.
      if (sentBefore && findPlan(context, runs, sought) !== undefined) await untilOthersAreShown(context);
      const planId = findPlan(context, runs, sought);
      if (planId !== undefined) return { planId, runs: runsOf(runs, planId) };
      if (plan.startBackupFromNow) context.log.progress("waiting for its first run, which tells the plan's id");
      return undefined;
    },
    isSentAgain: false,
    patience: () => (mayShow ? FIND_MILLISECONDS : 0),
    isBusy: () => false,
    sentBefore,
    note,
  });
  await told;
  if (outcome.done) {
    const { planId, runs } = outcome.done;
    // What an earlier run asked for may have been edited since, and runs do not show all of it.
    if (sentBefore) await patchPlan(account, plan, planId, plan);
    return { id: planId, outputs: planOutputs(plan, planId, runs) };
  }
  return unseen(context, sought, outcome);
}

/** It exists, or may: what is known of it, until a run shows more. */
function unseen(context: Context, sought: Sought, { doubt, problem }: { doubt?: Error; problem?: Error }): Stored {
  const id = `unseen-${randomBytes(4).toString("hex")}`;
  const { before: plansBefore, plan } = sought;
  const askedAt = doubt ? undefined : sought.askedAt;
  const health = healthSince({ ...plan, askedAt }, undefined, new Date());
  const outputs = { state: doubt ? "unknown" : "pending", health, plansBefore, askedAt };
  if (doubt) {
    throw new UnfinishedError(
      `${doubt.message}. A plan may exist that no run shows yet, so none is sent again; ${HOW_TO_SETTLE}`,
      id,
      outputs,
    );
  }
  context.log.warn(
    `${problem ? `${problem.message}; ` : ""}the plan is created, but ServerAvatar tells a plan's id only by its runs, ` +
      "and none is there yet: pulumi refresh finds it after the first run",
  );
  return { id, outputs };
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
    throw new BackupError(
      `adopt: plan ${planId} does not match what is declared: ${different.join(", ")}. Declare what is there, or correct the id`,
    );
  }
  await patchPlan(account, plan, planId, plan);
  return { id: planId, outputs: planOutputs(plan, planId, runs, latest?.id) };
}
