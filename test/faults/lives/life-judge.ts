import type { Outcome } from "../engine-model";
import { type Stored, vendorIdOf } from "../history";
import { type Subject, slugOf } from "../subjects";
import { judge, type Verdict } from "../verdict";
import type { Holdings } from "../world";
import type { FaultPlan, Step } from "./fault-plan";
import { idsIn } from "./foreign";
import type { Life } from "./life";
import { isKept } from "./program";

type Errors = Record<string, string>;

const UPS = 3;

/** What a warning says that somebody is to do. */
const LOOK_AGAIN = /pulumi up --replace with this resource's URN looks for that one/;

/** What is wrong when all faults are over, the service has shown all that it has, and a person has done what was said. */
export async function judgeLife(life: Life): Promise<string[]> {
  // What failed to leave is told to leave again.
  if (life.plan.steps.at(-1)?.act === "destroy") await life.destroy();
  const looked = await lookAgain(life, await settle(life));
  await actAsTold(life, looked.errors, "replace");
  // No delivery takes days.
  await life.world.delivered();
  await life.world.control("POST", "/time", { advance: { days: 4 } });
  await life.refresh();
  const last = await settle(life);
  const end = (await actAsTold(life, last.errors, "adopt")) ? await settle(life) : last;
  const holdings = await life.world.holdings();
  const there = idsIn(holdings);
  const foreign = [...life.foreign].filter((id) => !there.has(id)).map((id) => `${id} of another stack was deleted`);
  const own = life.plan.subjects.flatMap((subject) =>
    [
      ...wrongWith(life, subject, holdings, end.errors[slugOf(subject)]),
      ...(toldToLook(end).includes(slugOf(subject)) ? ["warned to the end of what an interrupted run made"] : []),
    ].map((problem) => `${subject.title}: ${problem}`),
  );
  return [...foreign, ...own];
}

/** What no run may leave behind, whatever it was told: what nobody can know is said. */
export function wrongMeanwhile(
  { engine, plan, foreign, doubled }: Life,
  act: Step["act"],
  { errors, warnings }: Outcome,
  holdings: Holdings,
): string[] {
  const there = idsIn(holdings);
  if ([...foreign].some((id) => !there.has(id))) return [`${act}: deleted what another stack has`];
  return plan.subjects.flatMap((subject) => {
    const name = slugOf(subject);
    const isSaid = errors[name] !== undefined || warnings[name] !== undefined;
    const word = errors[name] ?? warnings[name] ?? "no word";
    const stored = engine.state.get(name);
    if (act !== "destroy") {
      const { verdict } = judge(subject, holdings, stored, new Set(doubled).size);
      return WRONG.has(verdict) ? [`${subject.title}: ${verdict} after ${act}, ${word}`] : [];
    }
    const left = stored || !plan.deletes || isSaid ? [] : Object.keys(subject.stands(holdings));
    return left.map((id) => `${subject.title}: left ${id} without a word`);
  });
}

/** The others are good, or said: they are settled in the end. */
const WRONG: ReadonlySet<Verdict> = new Set(["doubled", "lost", "false", "unsaid"]);

/** A list of generations has what is there, and no more than it keeps. */
function wrongInList(
  subject: Subject,
  plan: FaultPlan,
  stored: Stored | undefined,
  there: ReadonlySet<string>,
): string[] {
  if (!isKept(subject, plan)) return [];
  const listed = ((stored?.outputs.generations ?? []) as { id: string }[]).map(({ id }) => id);
  const lost = listed.filter((id) => !there.has(id));
  return [
    ...(lost.length > 0 ? [`the list has ${lost}, which the service has not`] : []),
    ...(listed.length > plan.keepLast! ? [`${listed.length} are kept in place of ${plan.keepLast}`] : []),
  ];
}

function wrongWith(
  { engine, plan, leftByName, doubled, foreign }: Life,
  subject: Subject,
  holdings: Holdings,
  error: string | undefined,
): string[] {
  const name = slugOf(subject);
  const { history } = engine;
  const problems: string[] = [];
  const there = Object.keys(subject.stands(holdings));
  const stands = there.filter((id) => !doubled.includes(id));
  const lost = stands.filter((id) => !history.knownOf(name).has(id) && !leftByName.includes(id));
  if (lost.length > history.leftOpen(name))
    problems.push(`${stands.length} made, of which the state never knew ${lost}`);
  if (stands.length > history.askedOf(name)) problems.push(`${stands.length} made, ${history.askedOf(name)} asked for`);
  const stored = engine.state.get(name);
  const others = there.length - 1;
  const { verdict } = judge(subject, holdings, stored, others);
  // A start that passed while the plan was in doubt is refused by the service: only a person writes another one.
  const isPast = verdict === "unknown" && /startBackup must be still to come/.test(error ?? "");
  if (verdict !== "one" && !isPast) {
    problems.push(
      `in the end ${verdict}: ${stored && vendorIdOf(stored)} ${stored?.outputs.state}, ${error ?? "no error"}`,
    );
  }
  const ready = [...history.readyOf(name)].filter((id) => !foreign.has(id));
  const gone = ready.filter((id) => !there.includes(id));
  const mayGo = isKept(subject, plan) ? Math.max(ready.length - plan.keepLast!, 0) : 0;
  if (gone.length > mayGo && !plan.deletes) problems.push(`deleted although kept: ${gone}`);
  problems.push(...wrongInList(subject, plan, stored, idsIn(holdings)));
  if (error?.includes("a defect of")) problems.push(error);
  return problems;
}

/** Ups until one goes well, and no more than a few. */
async function settle(life: Life): Promise<Outcome> {
  let outcome: Outcome = { errors: {}, warnings: {} };
  for (let up = 0; up < UPS; up++) {
    outcome = await life.up();
    if (Object.keys(outcome.errors).length === 0) break;
  }
  return outcome;
}

export const toldToLook = ({ warnings }: Outcome): string[] =>
  Object.keys(warnings).filter((name) => warnings[name]!.some((each) => LOOK_AGAIN.test(each)));

/** As the warnings say. What is replaced so was asked for before: it is not one more. */
async function lookAgain(life: Life, outcome: Outcome): Promise<Outcome> {
  const told = toldToLook(outcome);
  if (told.length === 0) return outcome;
  await life.up("again", told);
  return settle(life);
}

/** Makes anew; where a stack of the same name has the mark there, the error says to change triggers. */
async function replaceAsTold(life: Life, subjects: readonly Subject[]): Promise<void> {
  const { errors } = await life.up("replace", subjects.map(slugOf));
  const taken = subjects.filter((subject) => /change triggers for a new backup/.test(errors[slugOf(subject)] ?? ""));
  for (const subject of taken) life.engine.edit(slugOf(subject), { triggers: ["told to change"] });
  if (taken.length > 0) await settle(life);
}

/** As the errors say, where nothing but a person can tell: adopt what is there, or make anew what is not. */
async function actAsTold(life: Life, errors: Errors, way: "replace" | "adopt"): Promise<boolean> {
  const { engine, plan, world } = life;
  const holdings = await world.holdings();
  const told = plan.subjects.filter((subject) =>
    /adopt|--replace with this resource's URN/.test(errors[slugOf(subject)] ?? ""),
  );
  const found = (subject: Subject) => {
    const known = engine.history.knownOf(slugOf(subject));
    const stands = Object.keys(subject.stands(holdings));
    // What was kept when its resource left, or was asked for in another account, blocks its name.
    const isOut = !engine.state.has(slugOf(subject)) || /login leads to/.test(errors[slugOf(subject)] ?? "");
    return stands.find((id) => !known.has(id)) ?? (isOut ? stands[0] : undefined);
  };
  const acted = told.filter((subject) => (found(subject) !== undefined) === (way === "adopt"));
  if (way === "replace" && acted.length > 0) await replaceAsTold(life, acted);
  if (way === "adopt") {
    for (const subject of acted) engine.edit(slugOf(subject), { adopt: found(subject) });
    const elsewhere = acted.filter((subject) => /login leads to/.test(errors[slugOf(subject)] ?? ""));
    const refused = elsewhere.length > 0 ? (await life.up("again", elsewhere.map(slugOf))).errors : {};
    // One of another name blocks nothing.
    const free = elsewhere.filter((subject) => /does not match what is declared/.test(refused[slugOf(subject)] ?? ""));
    for (const subject of free) engine.edit(slugOf(subject), { adopt: undefined });
    if (free.length > 0) await replaceAsTold(life, free);
  }
  return acted.length > 0;
}
