import { openHome } from "../../with/home";
import { World } from "../world";
import { type FaultPlan, faultPlan, type Service, told } from "./fault-plan";
import { Life } from "./life";

interface Planned {
  plan: FaultPlan;
  seed: number;
}

export interface Failure extends Planned {
  /** The plan, as text. */
  told: string;
  problems: string[];
  log: string[];
}

/** They mostly wait. */
const AT_ONCE = 24;

/** Many lives, each with its own faults, in this process. */
export async function runLives(
  lives: readonly Planned[],
  ended: (life: Planned, failure?: Failure) => void = () => {},
  settings: object = {},
): Promise<Failure[]> {
  const queue = [...lives];
  const failures: Failure[] = [];
  const work = async () => {
    const world = await World.open({ buildSeconds: 0.05, ...settings, serveravatar: { undocumentedDelete: "works" } });
    for (let next = queue.shift(); next; next = queue.shift()) {
      const life = new Life(world, next.plan, next.seed);
      const problems = await life.problems();
      const failure = { ...next, told: told(next.plan), problems, log: life.log };
      if (problems.length > 0) failures.push(failure);
      ended(next, problems.length > 0 ? failure : undefined);
    }
    await world.close();
  };
  const home = openHome();
  try {
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, queue.length) }, work));
  } finally {
    home.close();
  }
  return failures;
}

/** So many seeded lives of each service, with the seeds from `seed` on. */
export function sweep(
  services: readonly Service[],
  plans: number,
  seed: number,
  report?: (failure: Failure) => void,
): Promise<Failure[]> {
  const seeds = Array.from({ length: plans }, (_, index) => seed + index);
  const lives = services.flatMap((service) => seeds.map((each) => ({ plan: faultPlan(service, each), seed: each })));
  return runLives(lives, (_, failure) => failure && report?.(failure));
}
