import { Program } from "../../with/programs/program";
import { faults as allFaults, type Fault } from "../fault";
import { type Subject, slugOf, inOneStack as subjects } from "../subjects";
import { type Judgement, judge, type Known } from "../verdict";
import { World } from "../world";

export interface Cell {
  subject: Subject;
  fault: Fault;
  /** After the `up` that the fault struck, after the next one, and when the service has shown all that it has. */
  steps: readonly [Judgement, Judgement, Judgement];
  /** Whether the fault has struck at all. */
  met: boolean;
}

/** Short, so that what never comes is waited for a little while only. */
const quick = {
  "backup-plans:pollSeconds": "0.1",
  "backup-plans:requestTimeoutSeconds": "2",
  "backup-plans:timeoutMinutes": "0.3",
};

const nameOf = (subject: Subject, fault: Fault) => `${slugOf(subject)}-${fault}`;

/** Each fault at the request that creates, for each subject: all in one `up`, each fault in a world of its own. */
export async function createTable(
  report: (line: string) => void,
  faults: readonly Fault[] = allFaults,
): Promise<Cell[]> {
  const worlds = new Map<Fault, World>();
  for (const fault of faults) worlds.set(fault, await World.open());
  const program = await Program.create({ config: quick });
  try {
    return await fill(program, worlds, report);
  } finally {
    await program.dispose();
    for (const world of worlds.values()) await world.close();
  }
}

async function fill(program: Program, worlds: Map<Fault, World>, report: (line: string) => void): Promise<Cell[]> {
  const faults = [...worlds.keys()];
  const providers = Object.fromEntries([...worlds].map(([fault, world]) => [fault, world.account]));
  const each = <T>(make: (subject: Subject, fault: Fault) => T) =>
    faults.flatMap((fault) => subjects.map((subject) => make(subject, fault)));
  await program.declare(
    each((subject, fault) => ({
      ...{ kind: subject.kind, name: nameOf(subject, fault), args: subject.args },
      options: { provider: fault },
    })),
    { "declared:providers": providers },
  );
  for (const [fault, { rules }] of worlds) rules.add(...subjects.map(({ creates }) => ({ ...creates, fault })));
  const look = async (text: string) => {
    const state = await program.state();
    const holdings = new Map<Fault, Awaited<ReturnType<World["holdings"]>>>();
    for (const [fault, world] of worlds) holdings.set(fault, await world.holdings());
    return each((subject, fault) => {
      const name = nameOf(subject, fault);
      return judge(subject, holdings.get(fault)!, withWarnings(state[name], text, name));
    });
  };
  const step = async (what: string, ...args: string[]) => {
    const began = Date.now();
    const { changes, text } = await program.up("--continue-on-error", ...args);
    report(`${what}: ${((Date.now() - began) / 1000).toFixed(1)} s, ${JSON.stringify(changes)}`);
    return look(text);
  };

  const struck = await step(`pulumi up with a fault at each of ${faults.length * subjects.length} creations`);
  const unmet = new Map([...worlds].map(([fault, { rules }]) => [fault, rules.waiting.length]));
  for (const { rules } of worlds.values()) rules.clear();
  // A person has looked, and found none.
  const none = each((subject, fault) => nameOf(subject, fault)).filter((_, index) => isNone(struck[index]!));
  const state = await program.state();
  const next = await step("the next pulumi up", ...none.flatMap((name) => ["--replace", state[name]!.urn]));
  for (const world of worlds.values()) await world.control("POST", "/time", { advance: { days: 3 } });
  await program.refresh();
  const last = await step("three days later, pulumi refresh and pulumi up");
  return each((subject, fault) => ({ subject, fault, met: unmet.get(fault) === 0 })).map((cell, index) => ({
    ...cell,
    steps: [struck[index]!, next[index]!, last[index]!],
  }));
}

/** The resource as the state holds it. What stays in doubt is no error of a later run: its warning says so. */
function withWarnings(known: Known | undefined, text: string, name: string): Known | undefined {
  if (known?.outputs.state !== "unknown") return known;
  const [, lines = ""] = new RegExp(`\\(${name}\\):\\n((?:    .*\\n)+)`).exec(text) ?? [];
  return { ...known, initErrors: [...(known.initErrors ?? []), lines] };
}

const isNone = ({ verdict, made }: Judgement) => verdict === "unknown" && made === 0;

/** Never two, never lost; where nothing can tell, said, and settled when the service shows it. */
export function isGood({ subject, steps: [struck, next, last], met }: Cell): boolean {
  const good = (each: Judgement) =>
    each.verdict === "one" || (subject.hidden === true && ["accepted", "unknown"].includes(each.verdict));
  return met && good(struck) && good(next) && last.verdict === "one";
}
