import { EngineModel, type Outcome } from "../engine-model";
import type { Exchange } from "../exchange";
import { vendorIdOf } from "../history";
import type { Replacing } from "../resource-run";
import { slugOf } from "../subjects";
import { twistOf } from "../twists/twists";
import type { Holdings, World } from "../world";
import { blindRepeats } from "./blind-repeats";
import type { FaultPlan, Step } from "./fault-plan";
import { makeForeign } from "./foreign";
import { judgeLife, wrongMeanwhile } from "./life-judge";

/** Short, so that doubts and time-outs come often. */
const HASTY = {
  "backup-plans:pollSeconds": "0.05",
  "backup-plans:requestTimeoutSeconds": "0.7",
  "backup-plans:timeoutMinutes": "0.06",
};
/** A list may lag for so long. */
const LOOKING = { "backup-plans:pollSeconds": "0.4" };
const PATIENT = {
  "backup-plans:pollSeconds": "0.05",
  "backup-plans:requestTimeoutSeconds": "10",
  "backup-plans:timeoutMinutes": "0.5",
};

/** One stack that goes through a plan. */
export class Life {
  private static generations = 0;

  readonly engine: EngineModel;
  /** What happened, for who looks into a failure. */
  readonly log: string[] = [];
  /** The requests until the faults were over. */
  underFaults: Exchange[] = [];
  /** The ids that a warning named, as what no state knows since the program asks for something else. */
  readonly leftByName: string[] = [];
  /** The ids that a warning named, as what one creation made beside its own. */
  readonly doubled: string[] = [];
  readonly plan: FaultPlan;
  /** What another stack has. */
  foreign: ReadonlySet<string> = new Set();
  private readonly meanwhile: string[] = [];
  private generation = "";
  private told = 0;

  constructor(
    readonly world: World,
    plan: FaultPlan,
    private readonly seed: number,
  ) {
    const own = (all: object) => Object.fromEntries(Object.entries(all).filter(([id]) => !this.foreign.has(id)));
    const subjects = plan.subjects.map((each) => ({ ...each, stands: (held: Holdings) => own(each.stands(held)) }));
    this.plan = { ...plan, subjects };
    const declared = plan.subjects.map((subject) => {
      const isPoint = subject.kind.endsWith(":Backup");
      const args = { ...subject.args, ...(isPoint && plan.deletes && { onDelete: "delete" }) };
      return { kind: subject.kind, name: slugOf(subject), args };
    });
    this.engine = new EngineModel(`dev${seed}`, declared);
  }

  /** What is wrong in the end. */
  async problems(): Promise<string[]> {
    const { world, plan } = this;
    await world.reset();
    try {
      if (plan.isBesideAnother) this.foreign = await makeForeign(world, `another${this.seed}`, plan.subjects);
      world.exchanges = [];
      world.rules.add(...plan.rules);
      for (const step of plan.steps) await this.take(step);
      world.rules.clear();
      world.watch = undefined;
      this.underFaults = [...world.exchanges];
      const inTheEnd = await judgeLife(this);
      const blind = blindRepeats(world.exchanges).map((each) => `sent again without a look: ${line(each)}`);
      return [...blind, ...this.meanwhile, ...inTheEnd];
    } catch (error) {
      return [`${(error as Error).stack}`];
    } finally {
      this.next();
    }
  }

  up(replace?: Replacing, only?: readonly string[]): Promise<Outcome> {
    return this.run(`up ${replace ?? ""} ${only ?? ""}`, this.engine.up({ ...this.next(), ...PATIENT }, replace, only));
  }

  destroy(): Promise<Outcome> {
    return this.run("destroy", this.engine.destroy({ ...this.next(), ...PATIENT }));
  }

  refresh(): Promise<Outcome> {
    return this.run("refresh", this.engine.refresh({ ...this.next(), ...PATIENT }));
  }

  private async take({ act, kill, twist, targets }: Step): Promise<void> {
    const { engine, world } = this;
    const config = { ...this.next(), ...HASTY, ...(twist && LOOKING) };
    const { generation } = this;
    let seen = 0;
    world.watch = (exchange, moment) => {
      if (!kill || moment !== kill.moment || exchange.generation !== generation || ++seen !== kill.at) return;
      this.log.push(`killed at ${line(exchange)}`);
      world.dead.add(generation);
      engine.kill();
    };
    const { service } = this.plan;
    if (twist) world.rules.add({ service, times: Number.POSITIVE_INFINITY, fault: twistOf(twist, this.foreign) });
    engine.target(targets && this.plan.subjects.filter((_, index) => targets.includes(index)).map(slugOf));
    const outcome = await this.run(JSON.stringify({ act, kill, twist, targets }), this.act(act, config));
    engine.target();
    if (!twist) return;
    world.rules.clear();
    this.meanwhile.push(...wrongMeanwhile(this, act, outcome, await world.holdings()));
  }

  private act(act: Step["act"], config: Record<string, string>): Promise<Outcome> {
    const { engine, plan } = this;
    if (act === "refresh") return engine.refresh(config);
    if (act === "destroy") return engine.destroy(config);
    if (act === "replace" || act === "taint") {
      // One whose id nobody knows could only be left behind.
      const known = [...engine.state].filter(([, stored]) => !vendorIdOf(stored).startsWith("unseen-"));
      return engine.up(
        config,
        act,
        known.map(([name]) => name),
      );
    }
    // Where a replacement deletes, a change needs consent; what an interrupted run made bears the mark of what was asked.
    const free = plan.subjects.filter(({ kind }) => !plan.deletes || !kind.endsWith(":Backup"));
    const changed = free.filter((subject) => engine.state.has(slugOf(subject)));
    if (act === "change") for (const subject of changed) engine.edit(slugOf(subject), subject.changed);
    return engine.up(config);
  }

  /** Another provider process: what is left of the one before reaches nothing. */
  private next(): Record<string, string> {
    this.world.dead.add(this.generation);
    this.generation = `${++Life.generations}`;
    return this.world.config(this.generation, this.plan.service);
  }

  private async run(what: string, running: Promise<Outcome>): Promise<Outcome> {
    const outcome = await running;
    const fresh = this.world.exchanges.slice(this.told);
    this.told = this.world.exchanges.length;
    const state = [...this.engine.state].map(([name, each]) => `${name} ${vendorIdOf(each)} ${each.outputs.state}`);
    const errors = Object.entries(outcome.errors).map(([name, error]) => `${name}: ${error}`);
    const warnings = Object.entries(outcome.warnings).flatMap(([name, all]) => all.map((each) => `${name}? ${each}`));
    for (const warning of warnings) {
      this.leftByName.push(...idsAfter(LEFT, warning));
      this.doubled.push(...idsAfter(DOUBLED, warning));
    }
    this.log.push(`== ${what}`, ...fresh.map(line), ...warnings, ...errors, ...state);
    for (const [name, error] of Object.entries(outcome.errors)) await this.settleSecondPlan(name, error);
    return outcome;
  }

  /** Writes what a refusal of a second plan says: `adopt` where the plan that it names stands, the consent where only its runs do. */
  private async settleSecondPlan(name: string, error: string): Promise<void> {
    const named = SECOND_PLAN.exec(error)?.[1];
    if (named === undefined) return;
    const subject = this.plan.subjects.find((each) => slugOf(each) === name)!;
    const standing = Object.keys(subject.stands(await this.world.holdings()));
    const adopt = named.split(",").find((id) => standing.includes(id));
    this.engine.edit(name, adopt === undefined ? { allow: { "second-plan": named } } : { adopt });
  }
}

const SECOND_PLAN = /"second-plan": "([\d,]+)"/;
const LEFT = /with other arguments or triggers, and may have made (\S.*): no state knows it/;
const DOUBLED = /no state knows (\S.*): delete them there|Plan (\d+) runs beside it/;

function idsAfter(words: RegExp, warning: string): string[] {
  return words.exec(warning)?.slice(1).find(Boolean)?.split(", ") ?? [];
}

function line({ generation, method, path, query, body, fault, status }: Exchange): string {
  return [generation, method, path, query, body.slice(0, 120), status ?? "never seen", fault ?? ""].join(" ");
}
