import type { Run } from "./api";
import { fits } from "./runs";
import type { Plan } from "./schema";

/** Plans that belong to a resource already, by account and plan id: nobody else takes them for theirs. */
const claimed = new Map<string, string>();

export function claim(organization: number, planId: string, owner: string): void {
  claimed.set(`${organization} ${planId}`, owner);
}

/** The plans whose runs fit. */
export function candidates(runs: readonly Run[], plan: Plan): string[] {
  return [...new Set(runs.filter((run) => fits(run, plan)).map((run) => `${run.backup_config_id}`))];
}

/**
 * The answer to a creation carries no id, so a plan is known by its first run: the one plan that fits, that was not
 * there before, and that belongs to nobody else. Nothing where that is not exactly one.
 */
export function findPlan(
  runs: readonly Run[],
  plan: Plan,
  before: readonly string[],
  owner: string,
): string | undefined {
  const fresh = candidates(runs, plan).filter((planId) => {
    const other = claimed.get(`${plan.organization} ${planId}`);
    return !before.includes(planId) && (other === undefined || other === owner);
  });
  // An instant backup has a configuration too, and a name; a plan has none.
  const named = new Set(runs.filter((run) => run.backup_configuration?.name).map((run) => `${run.backup_config_id}`));
  const nameless = fresh.filter((planId) => !named.has(planId));
  return nameless.length === 1 ? nameless[0] : undefined;
}
