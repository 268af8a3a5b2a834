import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type FaultPlan, told } from "./fault-plan";
import { Life } from "./life";
import { World } from "./world";

export interface Planned {
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
): Promise<Failure[]> {
  const queue = [...lives];
  const failures: Failure[] = [];
  const work = async () => {
    const world = await World.open({ buildSeconds: 0.05, serveravatar: { undocumentedDelete: "works" } });
    for (let next = queue.shift(); next; next = queue.shift()) {
      const life = new Life(world, next.plan, next.seed);
      const problems = await life.problems();
      const failure = { ...next, told: told(next.plan), problems, log: life.log };
      if (problems.length > 0) failures.push(failure);
      ended(next, problems.length > 0 ? failure : undefined);
    }
    await world.close();
  };
  await inHomeOfItsOwn(() => Promise.all(Array.from({ length: Math.min(AT_ONCE, queue.length) }, work)));
  return failures;
}

/** The notes that the provider leaves there are not those of whoever runs this. */
async function inHomeOfItsOwn(act: () => Promise<unknown>): Promise<void> {
  const before = process.env.PULUMI_HOME;
  const home = await mkdtemp(join(tmpdir(), "faults-"));
  process.env.PULUMI_HOME = home;
  try {
    await act();
  } finally {
    if (before === undefined) delete process.env.PULUMI_HOME;
    else process.env.PULUMI_HOME = before;
    await rm(home, { recursive: true, force: true });
  }
}
