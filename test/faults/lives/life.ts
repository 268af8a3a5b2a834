import { otherAccount } from "../../with/host/other-account";
import { EngineModel, type Outcome } from "../engine-model";
import type { Exchange } from "../exchange";
import { vendorIdOf } from "../history";
import type { Replacing } from "../resource-run";
import { slugOf } from "../subjects";
import { twistOf } from "../twists/twists";
import type { Holdings, World } from "../world";
import { blindRepeats } from "./blind-repeats";
import type { FaultPlan, Step } from "./fault-plan";
import { makeForeign, makeTwins } from "./foreign";
import { HASTY, LOOKING, PATIENT } from "./haste";
import { judgeLife, toldToLook, wrongMeanwhile } from "./life-judge";
import { line, logOf } from "./life-log";
import { doubledIn, leftIn, secondPlansIn } from "./named-ids";
import { adopting, declarationOf, forgetNotes, isKept } from "./program";

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
  private changes = 0;

  constructor(
    readonly world: World,
    plan: FaultPlan,
    private readonly seed: number,
  ) {
    const own = (all: object) => Object.fromEntries(Object.entries(all).filter(([id]) => this.isOwn(id)));
    const subjects = plan.subjects.map((each) => ({ ...each, stands: (held: Holdings) => own(each.stands(held)) }));
    this.plan = { ...plan, subjects };
    this.engine = new EngineModel(
      `dev${seed}`,
      plan.subjects.map((subject) => declarationOf(subject, plan)),
    );
  }

  /** What a stack of the same name made, too, as long as the state has it as found. */
  private isOwn(id: string): boolean {
    const has = [...this.engine.state.values()].find((stored) => vendorIdOf(stored) === id);
    return !this.foreign.has(id) || has?.outputs.origin === "found";
  }

  /** What is wrong in the end. */
  async problems(): Promise<string[]> {
    const { world, plan } = this;
    await world.reset();
    try {
      const another = plan.isBesideAnother ? await makeForeign(world, `another${this.seed}`, plan.subjects) : [];
      const twins = plan.isTwin ? await makeTwins(world, this.engine.stack, plan) : [];
      this.foreign = new Set([...another, ...twins]);
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

  private async take(step: Step): Promise<void> {
    const { act, kill, twist, targets } = step;
    const { engine, world } = this;
    const own = { ...this.next(), ...HASTY, ...(twist && LOOKING) };
    const { generation } = this;
    const another = otherAccount(world.urlsOf(generation)) as Record<string, string>;
    const config = step.isAnotherAccount ? { ...own, ...another } : own;
    const forgotten = step.isElsewhere ? forgetNotes(engine.stack, this.plan.subjects) : [];
    for (const name of forgotten) engine.history.passOver(name);
    engine.hasFailingNeighbour = step.hasFailingNeighbour === true;
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
    const outcome = await this.run(JSON.stringify(step), this.act(act, config));
    engine.target();
    engine.hasFailingNeighbour = false;
    if (!twist) return;
    world.rules.clear();
    // A service takes a moment to carry out a deletion that it accepted.
    if (act === "destroy") await world.control("POST", "/time", { advance: { seconds: 1 } });
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
    if (act === "adopt") return this.adopt(config);
    // Where a replacement deletes, a change needs consent, but for a rotation; what an interrupted run made bears the mark
    // of what was asked.
    const free = plan.subjects.filter(
      (subject) => !plan.deletes || !subject.kind.endsWith(":Backup") || isKept(subject, plan),
    );
    const changed = free.filter((subject) => engine.state.has(slugOf(subject)));
    this.changes++;
    for (const subject of act === "change" ? changed : []) {
      engine.edit(slugOf(subject), isKept(subject, plan) ? { triggers: [this.changes] } : subject.changed);
    }
    return engine.up(config);
  }

  /** A second resource for each that the state knows the id of is in the program, for one run. */
  private async adopt(config: Record<string, string>): Promise<Outcome> {
    const { engine, plan } = this;
    const seconds = plan.subjects.flatMap((subject) => adopting(subject, plan, engine.state.get(slugOf(subject))));
    for (const second of seconds) engine.add(second);
    const outcome = await engine.up(config);
    for (const { name } of seconds) engine.drop(name);
    return outcome;
  }

  /** Another provider process: what is left of the one before reaches nothing. */
  private next(): Record<string, string> {
    this.world.dead.add(this.generation);
    this.generation = `${++Life.generations}`;
    return this.world.config(this.generation, this.plan.service);
  }

  private async run(what: string, running: Promise<Outcome>): Promise<Outcome> {
    const before = new Map(this.engine.state);
    const outcome = await running;
    for (const name of toldToLook(outcome)) {
      const [old, now] = [before.get(name), this.engine.state.get(name)];
      if (old && now && vendorIdOf(old) !== vendorIdOf(now)) this.engine.history.passOver(name);
    }
    for (const warning of Object.values(outcome.warnings).flat()) {
      this.leftByName.push(...leftIn(warning));
      this.doubled.push(...doubledIn(warning));
    }
    const exchanges = this.world.exchanges.slice(this.told);
    this.told = this.world.exchanges.length;
    this.log.push(`== ${what}`, ...logOf(exchanges, outcome, this.engine.state));
    for (const [name, error] of Object.entries(outcome.errors)) await this.settleSecondPlan(name, error);
    return outcome;
  }

  /** Writes what a refusal of a second plan says: `adopt` where the plan that it names stands, the consent where only its runs do. */
  private async settleSecondPlan(name: string, error: string): Promise<void> {
    const named = secondPlansIn(error);
    if (named === undefined) return;
    const subject = this.plan.subjects.find((each) => slugOf(each) === name)!;
    const standing = Object.keys(subject.stands(await this.world.holdings()));
    const adopt = named.split(",").find((id) => standing.includes(id));
    this.engine.edit(name, adopt === undefined ? { allow: { "second-plan": named } } : { adopt });
  }
}
