import { blindRepeats } from "./blind-repeats";
import { EngineModel } from "./engine-model";
import { type FaultPlan, faultPlan, type Service, type Step, told } from "./fault-plan";
import { judgeLife } from "./life-judge";
import { slugOf } from "./subjects";
import { World } from "./world";

export interface SweepOptions {
  services: readonly Service[];
  /** Of each service. */
  plans: number;
  seed: number;
  kills: boolean;
  /** How many at once: they mostly wait. */
  atOnce: number;
}

export interface Failure {
  service: Service;
  seed: number;
  plan: string;
  problems: string[];
}

const HASTY = {
  "backup-plans:pollSeconds": "0.05",
  "backup-plans:requestTimeoutSeconds": "0.7",
  "backup-plans:timeoutMinutes": "0.06",
};
const PATIENT = {
  "backup-plans:pollSeconds": "0.05",
  "backup-plans:requestTimeoutSeconds": "10",
  "backup-plans:timeoutMinutes": "0.5",
};

/** Many lives, each with its own faults, in process. */
export async function sweep(options: SweepOptions, report: (failure: Failure) => void = () => {}): Promise<Failure[]> {
  const { services, plans, seed, atOnce, kills } = options;
  const queue = services.flatMap((service) =>
    Array.from({ length: plans }, (_, index) => ({ service, seed: seed + index })),
  );
  const failures: Failure[] = [];
  const work = async () => {
    const world = await World.open({ buildSeconds: 0.05 });
    try {
      for (let next = queue.shift(); next; next = queue.shift()) {
        const plan = faultPlan(next.service, next.seed, kills);
        const problems = await live(world, plan, next.seed);
        if (problems.length === 0) continue;
        const failure = { ...next, plan: told(plan), problems };
        failures.push(failure);
        report(failure);
      }
    } finally {
      await world.close();
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, queue.length) }, work));
  return failures;
}

let generations = 0;

/** For who looks into one plan: every request and every end of a run. */
export const trace = { on: process.env.FAULTS_TRACE === "1" };

async function live(world: World, plan: FaultPlan, seed: number): Promise<string[]> {
  await world.reset();
  const declared = plan.subjects.map((subject) => {
    const isPoint = subject.kind.endsWith(":Backup");
    const args = { ...subject.args, ...(isPoint && plan.deletes && { onDelete: "delete" }) };
    return { kind: subject.kind, name: slugOf(subject), args };
  });
  const engine = new EngineModel(`dev${seed}`, declared);
  const generationsHere: string[] = [];
  /** Another provider process: what is left of the one before reaches nothing. */
  const next = (settings: Record<string, string>) => {
    for (const earlier of generationsHere) world.dead.add(earlier);
    const generation = `${++generations}`;
    generationsHere.push(generation);
    return { generation, config: { ...world.config(generation), ...settings } };
  };
  try {
    world.rules.add(...plan.rules);
    for (const step of plan.steps) await take(world, engine, plan, step, next(HASTY));
    world.rules.clear();
    world.watch = undefined;
    const repeats = blindRepeats(world.exchanges).map(
      ({ method, path }) => `sent again without a look: ${method} ${path}`,
    );
    const problems = [...repeats, ...(await judgeLife(world, engine, plan, () => next(PATIENT).config))];
    if (trace.on)
      for (const each of world.exchanges)
        console.log(
          each.generation,
          each.method,
          each.path,
          each.query,
          each.body.slice(0, 200),
          each.fault ?? "",
          each.status ?? "never seen",
        );
    return problems;
  } catch (error) {
    return [`${(error as Error).stack}`];
  } finally {
    next(HASTY);
  }
}

async function take(
  world: World,
  engine: EngineModel,
  plan: FaultPlan,
  { act, kill }: Step,
  { generation, config }: { generation: string; config: Record<string, string> },
): Promise<void> {
  let seen = 0;
  world.watch = (exchange, moment) => {
    if (kill === undefined || moment !== kill.moment || exchange.generation !== generation || ++seen !== kill.at)
      return;
    world.dead.add(generation);
    engine.kill();
  };
  if (act === "refresh") await engine.refresh(config);
  else if (act === "replace" || act === "taint") {
    // One whose id nobody knows could only be left behind.
    const known = [...engine.state].filter(([, { outputs }]) => outputs.planId ?? outputs.backupId ?? outputs.keepDays);
    await engine.up(
      config,
      act,
      known.map(([name]) => name),
    );
  } else {
    // Where a replacement deletes, a change needs consent.
    const free = plan.subjects.filter(({ kind }) => !plan.deletes || !kind.endsWith(":Backup"));
    if (act === "change") for (const subject of free) engine.edit(slugOf(subject), subject.changed);
    await engine.up(config);
  }
}
