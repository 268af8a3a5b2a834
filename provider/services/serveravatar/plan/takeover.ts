import { insistOnConsent } from "../../../core/arguments/insist-on-consent";
import { BackupError } from "../../../core/ground/errors";
import type { Context } from "../../../core/kind/context";
import type { Stored } from "../../../core/kind/definition";
import { type Finding, wrong } from "../../../core/kind/online";
import type { Loss } from "../../../plan/losses";
import type { Run } from "../api";
import type { Account } from "../connection";
import { adoptionDifferences, newestFirst } from "../runs/runs";
import type { Plan } from "../schema";
import { shownLosses } from "./losses";
import { patchPlan } from "./patch-plan";
import { planOutputs, runsOf } from "./plan-state";
import { retentionSeen, scheduleSeen } from "./rhythm";
import { secondPlan } from "./second-plan";

/** Returns the losses of a creation: against the plan that `adopt` names, or by one more plan of the target. */
export async function lossesAgainstStanding(context: Context, plan: Plan, runs: readonly Run[]): Promise<Loss[]> {
  const { adopt } = plan;
  return adopt === undefined
    ? secondPlan(context, plan, runs)
    : adoptionLosses(context, plan, adopt, runsOf(runs, adopt));
}

/** Sets the plan as declared, when its runs show that it is what is declared, and the program agrees to what that loses. */
export async function adoptPlan(account: Account, plan: Plan, planId: string): Promise<Stored> {
  const { context } = account;
  const runs = runsOf(await account.runs(plan.organization), planId);
  const unfit = whyUnfit(plan, planId, runs);
  if (unfit) throw new BackupError(`adopt: ${unfit.rule}. ${unfit.mend}`);
  const [latest] = newestFirst(runs);
  insistOnConsent(context, plan.allow, adoptionLosses(context, plan, planId, runs));
  await patchPlan(account, plan, planId, plan);
  return { id: planId, outputs: planOutputs(plan, planId, runs, latest?.id) };
}

/** Returns why the plan cannot be adopted as declared, by its newest run; nothing where that contradicts nothing. */
export function whyUnfit(plan: Plan, planId: string, runs: readonly Run[]): Finding | undefined {
  const [latest] = newestFirst(runsOf(runs, planId));
  const different = latest ? adoptionDifferences(latest, plan).map(([name, value]) => `${name} (there: ${value})`) : [];
  if (different.length === 0) return undefined;
  const rule = `plan ${planId} does not match what is declared: ${different.join(", ")}`;
  return wrong(rule, "Declare what is there, or correct the id");
}

/** Returns the losses of setting the plan as declared: those that its runs show, and one for all that they do not show. */
function adoptionLosses({ settings, page }: Context, plan: Plan, planId: string, runs: readonly Run[]): Loss[] {
  const there: Plan = {
    ...plan,
    // A plan of unknown id was asked for with its stored start.
    startBackup: page.before?.inputs.startBackup as string | undefined,
    // Where the runs show no rhythm, a start that is far away is a loss all the same.
    schedule: scheduleSeen(runs) ?? plan.schedule,
    retentionPeriod: plan.provider === "serveravatar" ? retentionSeen(runs) : undefined,
  };
  const shown = shownLosses.map((loss) => loss(there, plan, new Date()));
  const unseen = settings.flag("adoptUnseen") ? undefined : unseenLoss(plan, planId, runs);
  return [
    ...shown.map((loss) => loss && { ...loss, text: `plan ${planId}, as far as its runs show: ${loss.text}` }),
    unseen,
  ].filter((loss) => loss !== undefined);
}

function unseenLoss(plan: Plan, planId: string, runs: readonly Run[]): Loss | undefined {
  const loss = { kind: "overwrite-unseen", property: "adopt", value: planId } as const;
  const { provider, schedule, retentionPeriod, organization } = plan;
  if (runs.length === 0) {
    const text =
      `no run of plan ${planId} is listed in organization ${organization}, so what it backs up cannot be compared. ` +
      "If the id is wrong, correct it; backup-plans:adoptUnseen true agrees for every plan";
    return { ...loss, text };
  }
  const isRetentionSeen = provider === "serveravatar" && retentionSeen(runs) !== undefined;
  const unseen = [
    scheduleSeen(runs) === undefined && schedule !== "Every Hour" && `how often it runs ("${schedule}" is set)`,
    !isRetentionSeen &&
      retentionPeriod !== undefined &&
      retentionPeriod !== "24 Months" &&
      `how long its backups are kept ("${retentionPeriod}" is set)`,
  ].filter((part) => part !== false);
  if (unseen.length === 0) return undefined;
  return { ...loss, text: `plan ${planId} is overwritten, and its runs do not show ${unseen.join(", nor ")}` };
}
