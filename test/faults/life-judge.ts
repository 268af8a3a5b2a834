import type { EngineModel } from "./engine-model";
import type { FaultPlan } from "./fault-plan";
import { type Subject, slugOf } from "./subjects";
import { judge } from "./verdict";
import type { World } from "./world";

const UPS = 3;

/** What is wrong when all faults are over, the service has shown all that it has, and a person has done what was said. */
export async function judgeLife(
  world: World,
  engine: EngineModel,
  plan: FaultPlan,
  config: () => Record<string, string>,
): Promise<string[]> {
  const problems: string[] = [];
  let errors = await settle(engine, config);
  await world.control("POST", "/time", { advance: { days: 3 } });
  await engine.refresh(config());
  errors = await settle(engine, config);
  const byHand = await actAsTold(world, engine, plan, errors, config, problems);
  if (byHand) errors = await settle(engine, config);
  const holdings = await world.holdings();
  for (const subject of plan.subjects) {
    const name = slugOf(subject);
    const stands = Object.keys(subject.stands(holdings));
    const known = engine.everKnown.get(name) ?? new Set();
    const say = (problem: string) => problems.push(`${subject.title}: ${problem}`);
    const lost = stands.filter((id) => !known.has(id));
    if (lost.length > 0) say(`${stands.length} made, of which the state never knew ${lost}`);
    const asked = engine.asked.get(name) ?? 1;
    if (stands.length > asked) say(`${stands.length} made, ${asked} asked for`);
    const { verdict } = judge(subject, holdings, engine.state.get(name), stands.length - 1);
    const { id, outputs } = engine.state.get(name) ?? {};
    const stored = JSON.stringify({ id, state: outputs?.state, backupId: outputs?.backupId, planId: outputs?.planId });
    if (verdict !== "one") say(`in the end ${verdict}: ${stored}, ${errors[name] ?? "no error"}`);
    const gone = [...(engine.everReady.get(name) ?? [])].filter((id) => !stands.includes(id));
    if (gone.length > 0 && !plan.deletes) say(`deleted although kept: ${gone}`);
    const defect = [errors[name]].find((error) => error?.includes("a defect of"));
    if (defect) say(defect);
  }
  return problems;
}

async function settle(engine: EngineModel, config: () => Record<string, string>): Promise<Record<string, string>> {
  let errors: Record<string, string> = {};
  for (let up = 0; up < UPS; up++) {
    ({ errors } = await engine.up(config()));
    if (Object.keys(errors).length === 0) break;
  }
  return errors;
}

/** As the error says: look; adopt what is there, and replace what is not. */
async function actAsTold(
  world: World,
  engine: EngineModel,
  { subjects }: FaultPlan,
  errors: Record<string, string>,
  config: () => Record<string, string>,
  problems: string[],
): Promise<boolean> {
  const holdings = await world.holdings();
  const open = subjects.filter((subject) => isOpen(subject, engine, errors));
  for (const subject of open) {
    const name = slugOf(subject);
    const known = engine.everKnown.get(name) ?? new Set();
    const found = Object.keys(subject.stands(holdings)).filter((id) => !known.has(id));
    if (found.length > 1) problems.push(`${subject.title}: doubled, ${found} of which the state knows none`);
    if (found[0] !== undefined) engine.edit(name, { adopt: found[0] });
    else await engine.up(config(), "replace", [name]);
  }
  return open.length > 0;
}

function isOpen(subject: Subject, engine: EngineModel, errors: Record<string, string>): boolean {
  const name = slugOf(subject);
  const said = errors[name] ?? "";
  const stored = engine.state.get(name);
  return (
    /adopt/.test(said) &&
    (stored === undefined || stored.outputs.state === "unknown" || stored.outputs.state === "pending")
  );
}
