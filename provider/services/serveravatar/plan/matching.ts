import { DateTime } from "luxon";
import { utcTime } from "../../../core/ground/utc-time";
import type { Run } from "../api";
import { fits } from "../runs/runs";
import type { Plan } from "../schema";

/** A plan whose id is not known: what was declared, which plans are known to be others, and when it was asked for. */
export interface Sought {
  plan: Plan;
  before: readonly string[];
  /** ISO 8601; nothing where the answer left open whether, and so when, it was made. */
  askedAt?: string;
}

/** How long before a start by the server's clock a run of it may be, by UTC; and where runs have a zone of their own. */
const AHEAD_HOURS = { ofUtc: 14, ofAnyZone: 26 };

/** The plans whose runs fit. */
export function candidates(runs: readonly Run[], plan: Plan): string[] {
  return [...new Set(runs.filter((run) => fits(run, plan)).map(planIdOf))];
}

/** Those of them that have no name: an instant backup has a configuration too, and a name; a plan has none. */
export function unnamed(runs: readonly Run[], plan: Plan): string[] {
  const named = new Set(runs.filter((run) => run.backup_configuration?.name).map(planIdOf));
  return candidates(runs, plan).filter((planId) => !named.has(planId));
}

/**
 * The plans that may be the one that is sought: a creation answers without an id, so a plan is known by its first run. It
 * fits, was not there before, did not run before its start, and is not `held` by anybody else.
 */
export function possible({ plan, before }: Sought, runs: readonly Run[], held: ReadonlySet<string>): string[] {
  return unnamed(runs, plan).filter(
    (planId) => !before.includes(planId) && !held.has(planId) && !ranTooEarly(runs, planId, plan, AHEAD_HOURS.ofUtc),
  );
}

/** The plans that fit and did not wait for the start of this one, whatever zone the times of runs have. */
export function tooEarly(runs: readonly Run[], plan: Plan): string[] {
  return candidates(runs, plan).filter((planId) => ranTooEarly(runs, planId, plan, AHEAD_HOURS.ofAnyZone));
}

/**
 * Who gets which id, for all that seek at once. Those that share possible ids are judged together: plans are numbered as
 * they are made, so where there are as many ids as seekers, each asked for at another time, the ids go by that order. Else
 * none of them gets one.
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

/** Seekers that share a possible id, or share one with somebody who does. */
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

function planIdOf(run: Run): string {
  return `${run.backup_config_id}`;
}

function ranTooEarly(runs: readonly Run[], planId: string, { startBackup }: Plan, hours: number): boolean {
  if (startBackup === undefined) return false;
  const earliest = DateTime.fromFormat(startBackup, "yyyy-MM-dd HH:mm", { zone: "utc" }).minus({ hours });
  const times = runs.filter((run) => planIdOf(run) === planId).map((run) => utcTime(run.created_at));
  return times.some((time) => time !== undefined && DateTime.fromISO(time) < earliest);
}
