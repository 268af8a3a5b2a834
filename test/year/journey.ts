import { isWrite } from "../faults/exchange";
import type { World } from "../faults/world";
import { listedIn } from "../provider/core/recovery-points/rotations";
import { otherAccount } from "../with/host/other-account";
import { type Outcome, Stack, type Stored } from "../with/journeys/stack";
import type { Edit } from "./edits";
import { Program } from "./program";

/** How a week went, as the table has it. */
export interface Week {
  week: number;
  what: string;
  /** The lines of `allow` that refusals asked for. */
  consents: string[];
  /** The refusals that no line agrees to. */
  refused: string[];
  /** What was replaced beside the recovery points of the release. */
  replaced: string[];
  /** What came to run in the cloud without a program that has it. */
  left: string[];
  /** The lines that were told to agree to nothing. */
  stale: string[];
  ups: number;
}

const ALLOW = /^(\S+): .*write allow: (\{.*?\}), or undo the change/s;
const STALE = /allow: (.+) agrees to no loss of this change/;
const MOST_UPS = 4;
/** Nobody agreed to adopt every plan unseen. */
const ASKING = { "backup-plans:adoptUnseen": "false" };

/** A stack that is edited and released every week, by somebody who pastes what a refusal prints and does what it says. */
export class Journey {
  readonly program = new Program();
  readonly stack: Stack;
  private week = 0;
  private before: ReadonlySet<string> = new Set();

  constructor(private readonly world: World) {
    this.stack = new Stack(world, "year", { "": ASKING, eu: { ...ASKING, ...otherAccount(world.urls) } });
  }

  async release(edit?: Edit): Promise<Week> {
    const { program, stack, world } = this;
    this.week++;
    if (this.week === 1) this.before = await this.things();
    const unmanaged = await this.unmanaged();
    await edit?.outside?.(world, stack);
    edit?.edit(program);
    const had = new Map([...stack.state].map(([name, stored]) => [name, thingOf(stored)]));
    const week: Week = {
      week: this.week,
      what: edit?.what ?? "",
      consents: [],
      refused: [],
      replaced: [],
      left: [],
      stale: [],
      ups: 0,
    };
    const refresh = edit?.refresh && { refresh: edit.refresh };
    let options = { ...refresh, ...(edit?.killed && { neighbourFails: edit.killed }) };
    for (let again = true; again; options = {}) {
      if (week.ups++ === MOST_UPS) throw new Error(`week ${this.week}, ${week.what}: it does not end`);
      const outcome = await stack.up(program.at(this.week), options);
      week.stale.push(...staleIn(outcome).filter((line) => !week.stale.includes(line)));
      for (const error of outcome.errors) this.answer(error, week, edit);
      again = outcome.errors.length > 0 || "neighbourFails" in options;
    }
    const released = program.released.filter((name) => !edit?.replaces?.includes(name));
    const isReplaced = ([name, stored]: [string, Stored]) => had.has(name) && had.get(name) !== thingOf(stored);
    week.replaced = [...stack.state].filter(isReplaced).flatMap(([name]) => (released.includes(name) ? [] : [name]));
    week.left = (await this.unmanaged()).filter((thing) => !unmanaged.includes(thing));
    return week;
  }

  /** The requests that change something when the last release is carried out once more. */
  async writesAgain(): Promise<string[]> {
    this.world.exchanges = [];
    const { errors } = await this.stack.up(this.program.at(this.week));
    return [...errors, ...this.world.exchanges.filter(isWrite).map(({ method, path }) => `${method} ${path}`)];
  }

  /** Pastes the line that the refusal prints; where it prints none, the author mends the change. */
  private answer(error: string, week: Week, edit: Edit | undefined): void {
    const [, name, allow] = ALLOW.exec(error) ?? [];
    if (edit?.mend && edit.refused?.test(error)) {
      week.refused.push(error);
      edit.mend(this.program);
      return;
    }
    if (name === undefined || allow === undefined) throw new Error(`week ${week.week}, ${week.what}: ${error}`);
    const lines = JSON.parse(allow) as Record<string, string>;
    week.consents.push(...Object.entries(lines).map(([kind, line]) => `${name}: ${kind} ${line}`));
    this.program.allow(name, lines);
  }

  /** The plans and recovery points that this stack made and no resource has, and the policies that it set and has no more. */
  async unmanaged(): Promise<string[]> {
    const held = [...this.stack.state.values(), ...this.stack.pending].flatMap(({ outputs, ...stored }) => [
      thingOf({ outputs, ...stored }),
      ...listedIn(outputs),
    ]);
    return [...(await this.things())].filter((thing) => !this.before.has(thing) && !held.includes(idOf(thing)));
  }

  private async things(): Promise<Set<string>> {
    const { serveravatar, trove, dds, geminidb, rds } = await this.world.holdings();
    const rows = (all: Row[]) => all.map(({ id }) => `${id}`);
    const policies = [dds, geminidb, rds].flatMap(({ policies: all }) =>
      (all as Policy[]).map(
        ({ instance_id, keepDays, startTime }) => `${instance_id} ${keepDays > 0 ? startTime : "off"}`,
      ),
    );
    const plans = rows((serveravatar.plans as Plan[]).filter(({ instant }) => !instant));
    const runs = rows((serveravatar.runs as Plan[]).filter(({ instant }) => instant));
    const points = [trove, dds, geminidb, rds].flatMap(({ backups }) => rows((backups as Point[]).filter(isByHand)));
    return new Set([...plans, ...runs, ...points, ...policies]);
  }
}

interface Row {
  id: unknown;
}
type Plan = Row & { instant: boolean };
type Point = Row & { type?: string };
interface Policy {
  instance_id: string;
  keepDays: number;
  startTime: string;
}

/** What a policy makes is the policy's. */
function isByHand({ type }: Point): boolean {
  return type === undefined || /manual/i.test(type);
}

const idOf = (thing: string) => thing.split(" ")[0]!;

const thingOf = ({ id, outputs }: Pick<Stored, "id" | "outputs">) => `${outputs.planId ?? outputs.backupId ?? id}`;

function staleIn({ warnings }: Outcome): string[] {
  return warnings.flatMap((warning) => STALE.exec(warning)?.[1] ?? []);
}
