import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { faultPlan, type Service, told } from "./fault-plan";
import { Life } from "./life";
import { World } from "./world";

export interface SweepOptions {
  services: readonly Service[];
  /** Of each service, with the seeds from `seed` on. */
  plans: number;
  seed: number;
  /** How many at once: they mostly wait. @default 24 */
  atOnce?: number;
}

export interface Failure {
  service: Service;
  seed: number;
  plan: string;
  problems: string[];
  log: string[];
}

/** Many lives, each with its own faults, in process. */
export async function sweep(options: SweepOptions, report: (failure: Failure) => void = () => {}): Promise<Failure[]> {
  const { services, plans, seed, atOnce = 24 } = options;
  const seeds = Array.from({ length: plans }, (_, index) => seed + index);
  const queue = services.flatMap((service) => seeds.map((each) => ({ service, seed: each })));
  const failures: Failure[] = [];
  const work = async () => {
    const world = await World.open({ buildSeconds: 0.05 });
    for (let next = queue.shift(); next; next = queue.shift()) {
      const plan = faultPlan(next.service, next.seed);
      const life = new Life(world, plan, next.seed);
      const problems = await life.problems();
      if (problems.length === 0) continue;
      failures.push({ ...next, plan: told(plan), problems, log: life.log });
      report(failures.at(-1)!);
    }
    await world.close();
  };
  await inHomeOfItsOwn(() => Promise.all(Array.from({ length: Math.min(atOnce, queue.length) }, work)));
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
