import { RESENT_HOURS } from "../../../core/doubt/resent";
import type { Outputs } from "../../../core/kind/definition";
import { originOf } from "../../../core/ledger/origin";
import type { Origin } from "../../../plan/state";
import type { Run } from "../api";
import { isCompleted, isFailed, newestFirst, outputsOf, planIdOf } from "../runs/runs";
import type { Plan } from "../schema";
import { healthOf, healthSince } from "./health";
import type { Sought } from "./matching";

/** The inputs and outputs of a stored plan. */
export type StoredPlan = Plan & {
  planId?: string;
  origin?: Origin;
  /** The ids of plans that are known to be others. */
  plansBefore?: string[];
  askedAt?: string;
  /** The time of a request without a clear answer, ISO 8601 by the service's clock. */
  doubtedAt?: string;
  lastRunId?: number;
  state?: string;
  lastBackupAt?: string;
};

export function soughtBy(stored: StoredPlan): Sought {
  return { plan: stored, before: stored.plansBefore ?? [], askedAt: stored.askedAt };
}

export const HOW_TO_SETTLE =
  "look in ServerAvatar's panel: if the plan is there, write its id as adopt (or, once it has run, pulumi refresh finds " +
  "it); if it is not, pulumi up --replace with this resource's URN makes it";

/** Returns when a request in doubt is sent again, in words: no run can show a plan before its start. */
export function whenResent({ startBackup }: Plan): string {
  return startBackup === undefined
    ? `${RESENT_HOURS} hours after that`
    : `${RESENT_HOURS} hours after that and after its start, ${startBackup}`;
}

/** Returns the outputs of a plan that runs alone identify, since its creation answered no id. */
export function outputsOfFound(plan: Plan, planId: string, runs: readonly Run[]): Outputs {
  return { ...planOutputs(plan, planId, runsOf(runs, planId)), origin: "found" };
}

export function planOutputs(plan: Plan, planId: string, runs: readonly Run[], lastRunId?: number): Outputs {
  const [latest] = newestFirst(runs);
  const state = runs.some(isCompleted) ? "ready" : latest && isFailed(latest) ? "failed" : "pending";
  return {
    ...outputsOf(runs),
    planId,
    state,
    health: healthOf(plan, runs, new Date()),
    ...(lastRunId !== undefined && { lastRunId }),
  };
}

/** Returns the outputs of a plan whose id the state holds: from the runs that are listed, and from earlier ones. */
export function outputsNow(
  stored: StoredPlan & { planId: string },
  plan: Plan,
  runs: readonly Run[],
  lastRunId: number | undefined = stored.lastRunId,
): Outputs {
  if (runs.length === 0) return keptOutputs({ ...stored, ...plan });
  const outputs = planOutputs(plan, stored.planId, runs, lastRunId);
  return { ...outputs, origin: originOf(stored), lastBackupAt: outputs.lastBackupAt ?? stored.lastBackupAt };
}

/** Returns the outputs where no run is listed: runs expire, and what they showed stays in the state. */
export function keptOutputs(stored: StoredPlan): Outputs {
  const { planId, plansBefore, askedAt, doubtedAt, lastRunId, state = "pending", lastBackupAt } = stored;
  const health = healthSince(stored, lastBackupAt, new Date());
  return { planId, plansBefore, askedAt, doubtedAt, lastRunId, state, lastBackupAt, health, origin: originOf(stored) };
}

export function runsOf(runs: readonly Run[], planId: string): Run[] {
  return runs.filter((run) => planIdOf(run) === planId);
}
