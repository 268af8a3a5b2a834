import type { Context } from "../../../core/kind/context";
import type { Run } from "../api";
import { newestFirst } from "../runs/runs";
import type { Plan } from "../schema";
import { assign, candidates, possible, type Sought, tooEarly, unnamed } from "./matching";
import { held } from "./plan-holders";
import { seekersBeside } from "./plan-seekers";

/** How long to wait for another resource to show that a plan is its, in milliseconds. */
const SHOWN_MILLISECONDS = 1_000;

/** The plan that is the one that `owner` seeks, where runs tell it from all others. */
export function findPlan(runs: readonly Run[], sought: Sought, owner: string): string | undefined {
  const own = { ...sought, owner };
  const rivals = seekersBeside(sought.plan.organization, owner);
  return assign([own, ...rivals], (seeker) => possibleFor(seeker, runs)).get(own);
}

/** The plans that fit, and that no resource has, or may have that has no id yet; the one that ran last first. */
export function unheld(runs: readonly Run[], plan: Plan): string[] {
  const sought = seekersBeside(plan.organization).flatMap((seeker) => possibleFor(seeker, runs));
  const taken = held(plan.organization);
  return unnamed(newestFirst(runs), plan).filter((planId) => !sought.includes(planId) && !taken.has(planId));
}

/** The plans that one resource may have, by what the others of the program have. */
export function possibleFor(sought: Sought & { owner: string }, runs: readonly Run[]): string[] {
  return possible(sought, runs, held(sought.plan.organization, { beside: sought.owner }));
}

/** The engine shows the resources of a stack one by one, and all of them soon. */
export async function untilOthersAreShown({ deadline, pollMilliseconds }: Context): Promise<void> {
  await deadline.pause(Math.min(pollMilliseconds, SHOWN_MILLISECONDS));
}

/** Plans that are surely not this one, whatever may become of their runs. */
export function othersAmong(runs: readonly Run[], plan: Plan, owner: string): string[] {
  const others = held(plan.organization, { beside: owner, evidence: "made" });
  return [...tooEarly(runs, plan), ...candidates(runs, plan).filter((planId) => others.has(planId))];
}
