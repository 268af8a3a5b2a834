import { DateTime } from "luxon";
import { utcTime } from "../../../core/ground/utc-time";
import type { Run } from "../api";
import type { Account } from "../connection";
import { fits, newestFirst } from "../runs/runs";
import type { Plan } from "../schema";
import { isHeld, isHeldByAnother } from "./plan-holders";
import { type Sought, seekersBeside } from "./plan-seekers";

const START = "yyyy-MM-dd HH:mm";

/** How long before a start by the server's clock a run of it may be, by UTC; and where runs have a zone of their own. */
const AHEAD_HOURS = { ofUtc: 14, ofAnyZone: 26 };

/** How long to wait for another resource to show that a plan is its, in milliseconds. */
const SHOWN_MILLISECONDS = 1_000;

/** The plans whose runs fit. */
export function candidates(runs: readonly Run[], plan: Plan): string[] {
  return [...new Set(runs.filter((run) => fits(run, plan)).map((run) => `${run.backup_config_id}`))];
}

/**
 * The answer to a creation carries no id, so a plan is known by its first run: the one plan that fits, that was not
 * there before, that did not run before this one's start, and that nobody else has. Where it may be that of another
 * resource without an id, too, none is taken before there is one for each: plans are numbered as they are made.
 */
export function findPlan(runs: readonly Run[], sought: Sought, owner: string): string | undefined {
  const own = possible(runs, sought, owner);
  const rivals = seekersBeside(owner)
    .map(([seeker, its]) => ({ askedAt: its.askedAt, ids: possible(runs, its, seeker) }))
    .filter(({ ids }) => ids.some((id) => own.includes(id)));
  if (rivals.length === 0) return own.length === 1 ? own[0] : undefined;
  const times = [sought, ...rivals].map(({ askedAt }) => askedAt);
  const ids = [...new Set([...own, ...rivals.flatMap((rival) => rival.ids)])].sort((a, b) => Number(a) - Number(b));
  if (ids.length !== times.length || new Set(times).size !== times.length || times.includes(undefined))
    return undefined;
  const nth = times.filter((time) => time! < sought.askedAt!).length;
  return own.find((id) => id === ids[nth]);
}

/** The plans that may be the one that is sought. */
function possible(runs: readonly Run[], { plan, before }: Sought, owner: string): string[] {
  return unnamed(runs, plan).filter(
    (planId) =>
      !before.includes(planId) &&
      !ranTooEarly(runs, planId, plan, AHEAD_HOURS.ofUtc) &&
      !isHeldByAnother(plan.organization, planId, owner),
  );
}

/** An instant backup has a configuration too, and a name; a plan has none. */
function unnamed(runs: readonly Run[], plan: Plan): string[] {
  const named = new Set(runs.filter((run) => run.backup_configuration?.name).map((run) => `${run.backup_config_id}`));
  return candidates(runs, plan).filter((planId) => !named.has(planId));
}

/** The plans that fit, and that no resource has, or may have that has no id yet; the one that ran last first. */
export function unheld(runs: readonly Run[], plan: Plan): string[] {
  const sought = seekersBeside().flatMap(([seeker, its]) => possible(runs, its, seeker));
  return unnamed(newestFirst(runs), plan).filter(
    (planId) => !sought.includes(planId) && !isHeld(plan.organization, planId),
  );
}

/** The same for one that was not asked for just now: others may have been made since, by resources not shown yet. */
export async function findLater(
  { context }: Account,
  runs: readonly Run[],
  sought: Sought,
): Promise<string | undefined> {
  const planId = findPlan(runs, sought, context.owner);
  if (planId === undefined) return undefined;
  await untilOthersAreShown(context);
  return findPlan(runs, sought, context.owner);
}

/** The engine shows the resources of a stack one by one, and all of them soon. */
export async function untilOthersAreShown({ deadline, pollMilliseconds }: Account["context"]): Promise<void> {
  await deadline.pause(Math.min(pollMilliseconds, SHOWN_MILLISECONDS));
}

/** Plans that fit and are surely not this one, whatever may become of their runs. */
export function othersAmong(runs: readonly Run[], plan: Plan, owner: string): string[] {
  return candidates(runs, plan).filter(
    (planId) =>
      ranTooEarly(runs, planId, plan, AHEAD_HOURS.ofAnyZone) ||
      isHeldByAnother(plan.organization, planId, owner, "made"),
  );
}

function ranTooEarly(runs: readonly Run[], planId: string, { startBackup }: Plan, hours: number): boolean {
  if (startBackup === undefined) return false;
  const earliest = DateTime.fromFormat(startBackup, START, { zone: "utc" }).minus({ hours });
  const times = runs.filter((run) => `${run.backup_config_id}` === planId).map((run) => utcTime(run.created_at));
  return times.some((time) => time !== undefined && DateTime.fromISO(time) < earliest);
}
