import type { Runs } from "../../plan/schedule";
import type { Side } from "./side";

/**
 * Returns the sides with the next run that the service tells of the old one. It holds for the new one, too, if its schedule
 * stays.
 */
export function withToldRun(old: Side, next: Side | undefined): [Side, Side | undefined] {
  const { nextRun } = old.outputs;
  const at = new Date(typeof nextRun === "string" ? nextRun : Number.NaN);
  if (Number.isNaN(at.getTime())) return [old, next];
  const stays = next?.described?.schedule?.words === old.described?.schedule?.words;
  return [including(old, at), next && stays ? including(next, at) : next];
}

/** Adds the run to a schedule whose clock is UTC, as the service tells the run in UTC. */
function including(side: Side, told: Date): Side {
  const { described } = side;
  if (!described?.schedule?.runs || described.schedule.clock !== "UTC") return side;
  const schedule = { ...described.schedule, runs: runsWith(described.schedule.runs, told) };
  return { ...side, described: { ...described, schedule } };
}

function runsWith(runs: Runs, told: Date): Runs {
  return {
    ...runs,
    next(from, count) {
      const stated = runs.next(from, count);
      const isMore = told >= from && stated.every(({ at }) => at.getTime() !== told.getTime());
      const all = isMore ? [...stated, { at: told }] : stated;
      return all.sort((one, other) => one.at.getTime() - other.at.getTime()).slice(0, count);
    },
  };
}
