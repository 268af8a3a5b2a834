import type { Exchange } from "../exchange";
import { type Fault, faults } from "../fault";
import { type Subject, subjects } from "../subjects";
import { World } from "../world";
import type { FaultPlan } from "./fault-plan";
import { Life } from "./life";
import { type Failure, runLives } from "./lives";

/** What was struck, and what came of it. */
export interface LifeRow {
  subject: Subject;
  /** `GET backups` and the like, each as often as it is struck. */
  requests: string[];
  lives: number;
  failures: Failure[];
}

/** A whole life: made, read, changed, read again, and left. */
const STEPS = (["up", "refresh", "change", "refresh", "destroy"] as const).map((act) => ({ act }));

const WAITED = 2;

const planOf = (subject: Subject, deletes: boolean, rules: FaultPlan["rules"]): FaultPlan => {
  // Where a replacement deletes, a change needs consent. A plan that is left before its first run hides its successor,
  // and what is kept keeps its written name.
  const stays = subject.args.startBackup !== undefined || (subject.args.name !== undefined && !deletes);
  const left = stays ? "destroy" : deletes ? "change" : undefined;
  const steps = STEPS.filter(({ act }) => act !== left);
  return { service: subject.service, subjects: [subject], deletes, steps, rules };
};

/** Each fault at each request of a whole life, for each subject; `ended` gets each row as soon as it is whole. */
export async function lifeTable(services: readonly string[], ended: (row: LifeRow) => void): Promise<LifeRow[]> {
  const chosen = subjects.filter(({ service }) => services.includes(service));
  const rows = (await Promise.all(chosen.map(struckLives))).map(({ subject, requests, plans }) => ({
    ...{ subject, requests, plans, lives: plans.length, left: plans.length, failures: [] as Failure[] },
  }));
  const lives = rows.flatMap((row) => row.plans.map((plan) => ({ plan, row })));
  await runLives(
    lives.map(({ plan }, seed) => ({ plan, seed })),
    ({ seed }, failure) => {
      const { row } = lives[seed]!;
      if (failure) row.failures.push(failure);
      if (--row.left === 0) ended(row);
    },
  );
  return rows;
}

async function struckLives(subject: Subject): Promise<Pick<LifeRow, "subject" | "requests"> & { plans: FaultPlan[] }> {
  const ways = subject.kind.endsWith(":Backup") ? [false, true] : [false];
  const clean = await Promise.all(ways.map((deletes) => requestsOf(planOf(subject, deletes, []))));
  const plans = ways.flatMap((deletes, way) =>
    clean[way]!.flatMap(({ nth }) => faults.map((fault: Fault) => planOf(subject, deletes, [{ nth, fault }]))),
  );
  return { subject, requests: clean.flat().map(({ name }) => name), plans };
}

/** Of a life in which nothing goes wrong; of a wait, its first two. */
async function requestsOf(plan: FaultPlan): Promise<{ name: string; nth: number }[]> {
  const world = await World.open({ buildSeconds: 0.05, serveravatar: { undocumentedDelete: "works" } });
  const life = new Life(world, plan, 0);
  const problems = await life.problems();
  await world.close();
  if (problems.length > 0) throw new Error(`without a fault: ${problems.join("; ")}`);
  const names = life.underFaults.map(nameOf);
  return names
    .map((name, index) => ({ name, nth: index + 1 }))
    .filter(({ name, nth }) => nth <= WAITED || names.slice(nth - 1 - WAITED, nth - 1).some((each) => each !== name));
}

/** Ids are left out. */
function nameOf({ method, path }: Exchange): string {
  return `${method} ${path
    .split("/")
    .filter((part) => /^[a-z]+$/.test(part))
    .at(-1)}`;
}
