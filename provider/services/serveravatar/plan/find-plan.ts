import type { Context } from "../../../core/kind/context";
import type { Page } from "../../../core/kind/page";
import { ledgerOf } from "../../../core/ledger/ledger";
import type { Run } from "../api";
import { newestFirst } from "../runs/runs";
import type { Plan } from "../schema";
import { assign, candidates, possible, type Sought, tooEarly, unnamed } from "./matching";

/** How long to wait for other resources to show which plans they have, in milliseconds. */
const SHOWN_MILLISECONDS = 1_000;

const KIND = "serveravatar:BackupPlan";

/** Returns the noun for the plans of one organization, which is the account. */
export function nounOf({ organization }: Pick<Plan, "organization">): string {
  return `serveravatar plan of organization ${organization}`;
}

/** Returns the id of the sought plan, where its runs tell it from all others. */
export function findPlan(context: Context, runs: readonly Run[], sought: Sought): string | undefined {
  const own = { ...sought, page: context.page };
  const rivals = seekersBeside(context, sought.plan, context.page);
  return assign([own, ...rivals], (seeker) => possibleFor(context, seeker, runs)).get(own);
}

/** Returns the plans that may be the sought one, in the order of their ids. */
export function alike(context: Context, runs: readonly Run[], sought: Sought): string[] {
  return possibleFor(context, { ...sought, page: context.page }, runs).sort((a, b) => Number(a) - Number(b));
}

/** Returns the plans that may be the sought one, where there are more of them than resources that seek one. */
export function tooMany(context: Context, runs: readonly Run[], sought: Sought): string[] {
  const rivals = seekersBeside(context, sought.plan, context.page);
  const ids = alike(context, runs, sought);
  return ids.length > rivals.length + 1 ? ids : [];
}

/** Returns the plans that fit and that no other resource has or may have, the one that ran last first. */
export function unheld(context: Context, runs: readonly Run[], plan: Plan): string[] {
  const sought = seekersBeside(context, plan).flatMap((seeker) => possibleFor(context, seeker, runs));
  const taken = ledgerOf(context).held(nounOf(plan));
  return unnamed(newestFirst(runs), plan).filter((planId) => !sought.includes(planId) && !taken.has(planId));
}

type Seeker = Sought & { page: Page };

/** Returns the plans that one resource may have, without those of the others. */
function possibleFor(context: Context, { page, ...sought }: Seeker, runs: readonly Run[]): string[] {
  return possible(sought, runs, ledgerOf(context).held(nounOf(sought.plan), { beside: page }));
}

function seekersBeside(context: Context, { organization }: Plan, beside?: Page): Seeker[] {
  const all = ledgerOf(context).seekers(KIND, beside);
  const seekers = all.map(({ page, seeks }) => ({ ...(seeks as Sought), page }));
  return seekers.filter(({ plan }) => plan.organization === organization);
}

/** Waits until the engine has shown the other resources of the stack, which it does one by one. */
export async function untilOthersAreShown({ deadline, pollMilliseconds }: Context): Promise<void> {
  await deadline.pause(Math.min(pollMilliseconds, SHOWN_MILLISECONDS));
}

/** Returns the plans that are surely not this one, whatever becomes of their runs. */
export function othersAmong(context: Context, runs: readonly Run[], plan: Plan): string[] {
  const others = ledgerOf(context).held(nounOf(plan), { beside: context.page, certain: true });
  return [...tooEarly(runs, plan), ...candidates(runs, plan).filter((planId) => others.has(planId))];
}
