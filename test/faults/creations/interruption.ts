import { setTimeout as delay } from "node:timers/promises";
import { processesBelow, type RunningProcess } from "../../with/engine/processes";
import { Program } from "../../with/programs/program";
import { type Exchange, isWrite } from "../exchange";
import { type Subject, subjects } from "../subjects";
import { type Judgement, judge } from "../verdict";
import { World } from "../world";

/** Who is ended, and how. */
export type Victim = "provider" | "pulumi" | "ctrl-c";

interface Interruption {
  victim: Victim;
  /** After this request, of the run's. */
  after: number;
}

export interface Interrupted extends Interruption {
  /** The request after which it was ended; nothing when the run had fewer. */
  at: Exchange | undefined;
  /** Writes of what outlived its engine. */
  lateWrites: number;
  /** Provider processes that are left a minute later. */
  left: number;
  /** After `pulumi cancel` and the next `up`. */
  judgements: { subject: Subject; judgement: Judgement }[];
  text: string;
}

const quick = {
  "backup-plans:pollSeconds": "0.2",
  "backup-plans:requestTimeoutSeconds": "5",
  "backup-plans:timeoutMinutes": "0.5",
};

/** One of each service. */
const interruptedSubjects = subjects.filter(({ title }) =>
  ["serveravatar:BackupPlan", "trove:Backup", "dds:Backup", "geminidb:Backup"].includes(title),
);

/** The process of either form. */
const PROVIDER = /dynamic-provider|plugin\/main/;

const OUTLIVES_MILLISECONDS = 2_000;

/** A run that is ended after one of its requests, and what the next one makes of it. */
export async function interrupt(interruption: Interruption): Promise<Interrupted> {
  const world = await World.open({ buildSeconds: 0.5 });
  const name = `${interruption.victim}-${interruption.after}`;
  const program = await Program.create({ name, config: { ...world.config(), ...quick } });
  const started: RunningProcess[] = [];
  try {
    await program.declare(interruptedSubjects.map(({ kind, args }, index) => ({ kind, name: `r${index}`, args })));
    const at = await runInterrupted(world, program, name, interruption, started);
    const before = world.exchanges.length;
    await delay(OUTLIVES_MILLISECONDS);
    const lateWrites = world.exchanges.slice(before).filter(isWrite).length;
    await program.run(["cancel", "--yes"]);
    const { text } = await program.up("--continue-on-error");
    const left = await leftAfterAMinute(started);
    const [state, holdings] = [await program.state(), await world.holdings()];
    const judgements = interruptedSubjects.map((subject, index) => ({
      subject,
      judgement: judge(subject, holdings, state[`r${index}`]),
    }));
    return { ...interruption, at, lateWrites, left, judgements, text };
  } finally {
    endAll(started);
    await program.dispose();
    await world.close();
  }
}

async function runInterrupted(
  world: World,
  program: Program,
  name: string,
  { victim, after }: Interruption,
  started: RunningProcess[],
): Promise<Exchange | undefined> {
  let at: Exchange | undefined;
  let seen = 0;
  world.watch = (exchange, moment) => {
    if (moment !== "done" || ++seen !== after) return;
    at = exchange;
    const below = processesBelow(process.pid);
    const pulumi = below.find(({ command, parent }) => parent === process.pid && command.includes(`--stack ${name} `))!;
    started.push(...processesBelow(pulumi.pid));
    const provider = started.filter(({ command }) => PROVIDER.test(command));
    if (victim === "provider") for (const { pid } of provider) process.kill(pid, "SIGKILL");
    else process.kill(pulumi.pid, victim === "ctrl-c" ? "SIGINT" : "SIGKILL");
  };
  await program.up();
  world.watch = undefined;
  return at;
}

const GONE_MILLISECONDS = 60_000;

/** Of the providers that were started; it waits no longer than there are some. */
async function leftAfterAMinute(started: readonly RunningProcess[]): Promise<number> {
  const providers = started.filter(({ command }) => PROVIDER.test(command));
  const end = Date.now() + GONE_MILLISECONDS;
  for (;;) {
    const running = new Set(processesBelow(0).map(({ pid, command }) => `${pid} ${command}`));
    const left = providers.filter(({ pid, command }) => running.has(`${pid} ${command}`)).length;
    if (left === 0 || Date.now() > end) return left;
    await delay(1_000);
  }
}

/** What outlived its parent: by id, and only if it is still the same. */
function endAll(started: readonly RunningProcess[]): void {
  for (const { pid } of started) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // It ended by itself.
    }
  }
}
