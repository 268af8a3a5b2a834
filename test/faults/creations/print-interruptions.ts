import { grid } from "../told-grid";
import { type Interrupted, interrupt, type Victim } from "./interruption";

/** As many as a run of four resources has requests; what has fewer says so. */
const REQUESTS = 24;

const victims: readonly Victim[] = ["pulumi", "provider", "ctrl-c"];

/** Runs that are ended after each of their requests; true when none doubles or loses a backup. */
export async function printInterruptions(): Promise<boolean> {
  const began = Date.now();
  // One chain for each way of ending: most of the time they wait.
  const ends = (await Promise.all(victims.map(endings))).flat();
  const rows = ends.map(({ victim, after, at, lateWrites, left, judgements }) => [
    ...[victim, `${after}`, `${at!.method} ${at!.path}`, `${lateWrites}`, `${left}`],
    ...judgements.map(({ judgement: { verdict, made } }) => (verdict === "one" ? "1" : `${verdict} ${made}`)),
  ]);
  console.log(
    grid(["ended", "after", "request", "late writes", "processes left", "plan", "trove", "dds", "geminidb"], rows),
  );
  const bad = ends.filter((end) => !isWell(end));
  const seconds = Math.round((Date.now() - began) / 1000);
  const left = ends.reduce((sum, end) => sum + end.left, 0);
  console.log(
    `${ends.length - bad.length} of ${ends.length} interruptions end well, ${left} provider processes are left a minute later, ${seconds} s`,
  );
  return bad.length === 0;
}

async function endings(victim: Victim): Promise<Interrupted[]> {
  const ends: Interrupted[] = [];
  for (let after = 1; after <= REQUESTS; after++) {
    const end = await interrupt({ victim, after });
    if (end.at === undefined) break;
    ends.push(end);
    console.log(`${victim} after request ${after}: ${isWell(end) ? "well" : end.text}`);
  }
  return ends;
}

/** No provider left; exactly one, known to state; of ServerAvatar's plan at most one, and said. */
function isWell({ judgements, left }: Interrupted): boolean {
  if (left > 0) return false;
  return judgements.every(
    ({ subject, judgement: { verdict } }) => verdict === "one" || (subject.hidden === true && verdict === "unknown"),
  );
}
