import type { Described } from "../../plan/described";
import type { Run, Runs } from "../../plan/schedule";
import type { Side } from "./side";

/** The sides with the next run that the service tells of the old one; it holds for the new one, too, if its schedule stays. */
export function withToldRun(old: Side, next: Side | undefined): [Side, Side | undefined] {
  const { nextRun } = old.outputs;
  const at = new Date(typeof nextRun === "string" ? nextRun : Number.NaN);
  if (Number.isNaN(at.getTime())) return [old, next];
  const stays = next?.described?.schedule?.words === old.described?.schedule?.words;
  const told = (side: Side): Side => ({ ...side, described: side.described && including(side.described, { at }) });
  return [told(old), next && stays ? told(next) : next];
}

/** Adds the run to a schedule whose clock is UTC, as the service tells the run in UTC. */
function including(described: Described, told: Run): Described {
  const { schedule } = described;
  if (!schedule?.runs || schedule.clock !== "UTC") return described;
  return { ...described, schedule: { ...schedule, runs: runsWith(schedule.runs, told) } };
}

function runsWith(runs: Runs, told: Run): Runs {
  const time = ({ at }: Run) => at.getTime();
  return {
    ...runs,
    next(from, count) {
      const stated = runs.next(from, count);
      const isMore = told.at >= from && stated.every((run) => time(run) !== time(told));
      const all = isMore ? [...stated, told] : stated;
      return all.sort((one, other) => time(one) - time(other)).slice(0, count);
    },
  };
}
