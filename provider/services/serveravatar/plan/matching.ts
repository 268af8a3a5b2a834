import { millisecondsOf } from "../../../core/ground/utc-time";
import { timeIn } from "../../../core/kind/fields";
import type { Run } from "../api";
import { fits, nameOf, planIdOf } from "../runs/runs";
import type { Plan } from "../schema";

/** A plan whose id is not known: its arguments, the plans that are known to be others, and the time of its request. */
export interface Sought {
  plan: Plan;
  before: readonly string[];
  /** ISO 8601; left out where it is not known whether, and so when, it was made. */
  askedAt?: string;
}

/** The most hours by which a run may seem to begin before its start: the server's zone is not known, nor that of the runs. */
const AHEAD_HOURS = { ofUtc: 14, ofAnyZone: 26 };

/** Returns the plans whose runs fit. */
export function candidates(runs: readonly Run[], plan: Plan): string[] {
  return [...new Set(runs.filter((run) => fits(run, plan)).map(planIdOf))];
}

/** Returns the plans whose runs fit, without instant backups, which have a name. */
export function unnamed(runs: readonly Run[], plan: Plan): string[] {
  const named = new Set(runs.filter(nameOf).map(planIdOf));
  return candidates(runs, plan).filter((planId) => !named.has(planId));
}

/**
 * Returns the plans that may be the sought one. A creation answers no id, so a plan is known by its runs: they fit, it did
 * not exist before, it did not run before its start, and no other resource holds it.
 */
export function possible({ plan, before }: Sought, runs: readonly Run[], held: ReadonlySet<string>): string[] {
  return unnamed(runs, plan).filter(
    (planId) => !before.includes(planId) && !held.has(planId) && !ranTooEarly(runs, planId, plan, AHEAD_HOURS.ofUtc),
  );
}

/** Returns the plans that fit and ran before the start of this one, whatever zone the times of runs have. */
export function tooEarly(runs: readonly Run[], plan: Plan): string[] {
  return candidates(runs, plan).filter((planId) => ranTooEarly(runs, planId, plan, AHEAD_HOURS.ofAnyZone));
}

/**
 * Returns which seeker gets which id, for all seekers at once. Seekers that share possible ids are judged together: ids rise
 * in the order of creation, so with as many ids as seekers and different times of request, the ids go in that order.
 * Otherwise none of them gets one.
 */
export function assign<S extends Pick<Sought, "askedAt">>(
  seekers: readonly S[],
  idsOf: (seeker: S) => readonly string[],
): Map<S, string> {
  const groups = groupsOf(seekers.map((seeker) => ({ seeker, ids: new Set(idsOf(seeker)) })));
  return new Map(groups.flatMap(inOrder));
}

interface Seeking<S> {
  seeker: S;
  ids: ReadonlySet<string>;
}

/** Returns the groups of seekers that share possible ids, directly or through others. */
function groupsOf<S>(all: readonly Seeking<S>[]): Seeking<S>[][] {
  return all.reduce<Seeking<S>[][]>((groups, seeking) => {
    const isShared = (group: Seeking<S>[]) => group.some(({ ids }) => [...ids].some((id) => seeking.ids.has(id)));
    const shared = groups.filter(isShared);
    return [...groups.filter((group) => !shared.includes(group)), [...shared.flat(), seeking]];
  }, []);
}

function inOrder<S extends Pick<Sought, "askedAt">>(group: readonly Seeking<S>[]): [S, string][] {
  const ids = [...new Set(group.flatMap((each) => [...each.ids]))].sort((a, b) => Number(a) - Number(b));
  const times = new Set(group.map(({ seeker }) => seeker.askedAt));
  const hasOrder = group.length === 1 || (times.size === group.length && !times.has(undefined));
  if (!hasOrder || ids.length !== group.length) return [];
  const asked = [...group].sort((a, b) => (`${a.seeker.askedAt}` < `${b.seeker.askedAt}` ? -1 : 1));
  if (!asked.every((each, nth) => each.ids.has(ids[nth]!))) return [];
  return asked.map(({ seeker }, nth) => [seeker, ids[nth]!]);
}

function ranTooEarly(runs: readonly Run[], planId: string, { startBackup }: Plan, hours: number): boolean {
  if (startBackup === undefined) return false;
  const earliest = timeIn(startBackup).minus({ hours }).toMillis();
  return runs.some((run) => planIdOf(run) === planId && millisecondsOf(run.created_at) < earliest);
}
