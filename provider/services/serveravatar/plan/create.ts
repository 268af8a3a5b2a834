import { insistOnConsent } from "../../../core/arguments/insist-on-consent";
import { carryOut } from "../../../core/doubt/carry-out";
import { serial } from "../../../core/doubt/serial";
import { BackupError } from "../../../core/ground/errors";
import type { Context } from "../../../core/kind/context";
import type { Stored } from "../../../core/kind/definition";
import { asking } from "../../../core/ledger/asking";
import { thing } from "../../../core/ledger/ledger";
import { isAgreed, type Loss } from "../../../plan/losses";
import type { Run } from "../api";
import { Account } from "../connection";
import type { Plan } from "../schema";
import { alike, findPlan, nounOf, untilOthersAreShown } from "./find-plan";
import { candidates, type Sought } from "./matching";
import { patchPlan } from "./patch-plan";
import { planOutputs, runsOf } from "./plan-state";
import { secondPlan } from "./second-plan";
import { Sending } from "./sending";
import { adoptPlan } from "./takeover";
import { unseen } from "./unseen";

/** How long to look for the first run of a new plan, which tells its id. */
const FIND_MILLISECONDS = 60_000;

export async function createPlan(context: Context, plan: Plan): Promise<Stored> {
  const account = new Account(context);
  if (plan.adopt !== undefined) return adoptPlan(account, plan, plan.adopt);
  return makePlan(account, plan);
}

/** Makes the plan and finds its id by its first run. The plans of one target are made one after the other. */
export function makePlan(account: Account, plan: Plan): Promise<Stored> {
  // The queue leaves out the database: a plan without one could take another plan's first run for its own.
  const target = [plan.organization, plan.applicationId, plan.cloudStorageProviderId].join("/");
  return serial(account.context.run, `ServerAvatar ${target}`, () => {
    account.context.deadline.begin();
    return createAndFind(account, plan);
  });
}

async function createAndFind(account: Account, plan: Plan): Promise<Stored> {
  const { context } = account;
  // With many plans, the look after one is also the look before the next.
  const shown = await account.runs(plan.organization, "just now");
  const there = candidates(shown, plan);
  const losses = await secondPlan(context, plan, shown);
  const isAnotherAgreed = losses.length > 0 && losses.every((loss) => isAgreed(loss, { allow: plan.allow }));
  const seen = { there, args: plan, isExact: false, lookTells: false, isAnotherAgreed };
  const { before: noted, sentBefore, answeredAt, note } = asking(context, "ServerAvatar", seen);
  const { id: storedId } = context.page.before ?? {};
  const before = storedId === undefined ? noted : [...noted, storedId];
  // One of them may be what an earlier run asked for.
  if (!sentBefore) insistOnSecond(context, plan, losses);
  const askedAt = sentBefore ? answeredAt : new Date().toISOString();
  const sought: Sought = { plan, before, askedAt };
  const sending = new Sending(account, plan);
  // A plan that starts later has no run yet, so a run that shows belongs to another plan.
  const mayShow = plan.startBackupFromNow || sentBefore !== undefined;
  const mayBeLate = plan.startBackupFromNow || (sentBefore !== undefined && answeredAt === undefined);
  const outcome = await carryOut(context, {
    what: "create the plan",
    send: (going) => sending.send(going),
    look: () => (mayShow ? look(account, sought, sentBefore !== undefined) : Promise.resolve(undefined)),
    isSentAgain: false,
    patience: () => (mayBeLate ? FIND_MILLISECONDS : 0),
    sentBefore,
    note,
  });
  if (!outcome.done) return unseen(account, sought, answeredAt === undefined ? outcome : {});
  const { planId, several = [], runs } = outcome.done;
  const taken = planId ?? sending.olderOf(several, runs);
  if (taken === undefined) {
    const problem = new BackupError(`plans ${several.join(", ")} are new, and nothing tells which one is this`);
    return unseen(account, sought, { doubt: sentBefore ?? sending.doubt, problem });
  }
  if (planId === undefined) context.log.warn(toldTwice(taken, several));
  // The program may have been edited since the earlier request, and runs do not show all arguments.
  if (sentBefore) await patchPlan(account, plan, taken, plan);
  const outputs = planOutputs(plan, taken, runsOf(runs, taken));
  return { id: taken, outputs: planId === undefined ? { ...outputs, origin: "found" } : outputs };
}

/** Refuses a second plan without consent. The plans that the refusal names to adopt stay in this run, whoever leaves them. */
function insistOnSecond(context: Context, plan: Plan, losses: readonly Loss[]): void {
  context.page.offered = losses.flatMap(({ value }) => value.split(",").map((id) => thing(nounOf(plan), id)));
  insistOnConsent(context, plan.allow, losses);
  delete context.page.offered;
}

interface Seen {
  planId?: string;
  /** Set where several plans fit and a later look would not tell more. */
  several?: string[];
  runs: Run[];
}

async function look(account: Account, sought: Sought, mayHaveBeenMadeBefore: boolean): Promise<Seen | undefined> {
  const { context } = account;
  const { plan } = sought;
  const runs = await account.runs(plan.organization);
  // A plan that is found now is updated later, so the other resources get time to show which plans they have.
  if (mayHaveBeenMadeBefore && findPlan(context, runs, sought) !== undefined) await untilOthersAreShown(context);
  const planId = findPlan(context, runs, sought);
  if (planId !== undefined) return { planId, runs };
  const several = alike(context, runs, sought);
  if (several.length > 1) return { several, runs };
  if (plan.startBackupFromNow) context.log.progress("waiting for its first run, which tells the plan's id");
  return undefined;
}

function toldTwice(taken: string, several: readonly string[]): string {
  const others = several.filter((each) => each !== taken).join(", ");
  return (
    `one request made plans ${several.join(", ")}, as their runs show: it was delivered twice. This resource has plan ${taken}. ` +
    `Plan ${others} runs beside it: stop it in ServerAvatar's panel, if no other stack made it`
  );
}
