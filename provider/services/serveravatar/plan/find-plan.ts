import type { Context } from "../../../core/kind/context";
import type { Page } from "../../../core/kind/page";
import { ledgerOf } from "../../../core/ledger/ledger";
import type { Run } from "../api";
import { newestFirst } from "../runs/runs";
import type { Plan } from "../schema";
import { assign, candidates, possible, type Sought, tooEarly, unnamed } from "./matching";

/** How long to wait for another resource to show that a plan is its, in milliseconds. */
const SHOWN_MILLISECONDS = 1_000;

const KIND = "serveravatar:BackupPlan";

/** The noun for the plans of one organization, which is the account. */
export function nounOf({ organization }: Pick<Plan, "organization">): string {
  return `serveravatar plan of organization ${organization}`;
}

/** The plan that is the one that the resource seeks, where runs tell it from all others. */
export function findPlan(context: Context, runs: readonly Run[], sought: Sought): string | undefined {
  const own = { ...sought, page: context.page };
  const rivals = seekersBeside(context, sought.plan, context.page);
  return assign([own, ...rivals], (seeker) => possibleFor(context, seeker, runs)).get(own);
}

/** The plans that may be the one that is sought, in the order of their ids. */
export function alike(context: Context, runs: readonly Run[], sought: Sought): string[] {
  return possibleFor(context, { ...sought, page: context.page }, runs).sort((a, b) => Number(a) - Number(b));
}

/** Returns the plans that may be the one that is sought, where they are more than the resources that seek them. */
export function tooMany(context: Context, runs: readonly Run[], sought: Sought): string[] {
  const rivals = seekersBeside(context, sought.plan, context.page);
  const ids = alike(context, runs, sought);
  return ids.length > rivals.length + 1 ? ids : [];
}

/** The plans that fit, and that no resource has, or may have that has no id yet; the one that ran last first. */
export function unheld(context: Context, runs: readonly Run[], plan: Plan): string[] {
  const sought = seekersBeside(context, plan).flatMap((seeker) => possibleFor(context, seeker, runs));
  const taken = ledgerOf(context).held(nounOf(plan));
  return unnamed(newestFirst(runs), plan).filter((planId) => !sought.includes(planId) && !taken.has(planId));
}

type Seeker = Sought & { page: Page };

/** The plans that one resource may have, by what the others of the program have. */
function possibleFor(context: Context, { page, ...sought }: Seeker, runs: readonly Run[]): string[] {
  return possible(sought, runs, ledgerOf(context).held(nounOf(sought.plan), { beside: page }));
}

function seekersBeside(context: Context, { organization }: Plan, beside?: Page): Seeker[] {
  const all = ledgerOf(context).seekers(KIND, beside);
  const seekers = all.map(({ page, seeks }) => ({ ...(seeks as Sought), page }));
  return seekers.filter(({ plan }) => plan.organization === organization);
}

/** The engine shows the resources of a stack one by one, and all of them soon. */
export async function untilOthersAreShown({ deadline, pollMilliseconds }: Context): Promise<void> {
  await deadline.pause(Math.min(pollMilliseconds, SHOWN_MILLISECONDS));
}

/** Plans that are surely not this one, whatever may become of their runs. */
export function othersAmong(context: Context, runs: readonly Run[], plan: Plan): string[] {
  const others = ledgerOf(context).held(nounOf(plan), { beside: context.page, certain: true });
  return [...tooEarly(runs, plan), ...candidates(runs, plan).filter((planId) => others.has(planId))];
}
