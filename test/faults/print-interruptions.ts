import { type Interrupted, interrupt, type Victim } from "./interruption";
import { grid } from "./told-grid";

/** As many as a run of four resources has requests; what has fewer says so. */
const REQUESTS = 24;

const victims: readonly Victim[] = ["pulumi", "provider", "ctrl-c"];

/** Runs that are ended after each of their requests, one after the other; true when none doubles or loses a backup. */
export async function printInterruptions(): Promise<boolean> {
  const rows: string[][] = [];
  let isGood = true;
  for (const victim of victims) {
    for (let after = 1; after <= REQUESTS; after++) {
      const end = await interrupt({ victim, after });
      if (end.at === undefined) break;
      const words = end.judgements.map(({ judgement: { verdict, made } }) => `${verdict} ${made}`);
      rows.push([victim, `${after}`, `${end.at.method} ${end.at.path}`, `${end.lateWrites}`, ...words]);
      console.log(rows.at(-1)!.join(" | "));
      if (!isWell(end)) {
        isGood = false;
        console.log(end.text);
      }
    }
  }
  console.log(grid(["ended", "after", "request", "late writes", "plan", "trove", "dds", "geminidb"], rows));
  return isGood;
}

/** Exactly one, known to state; of ServerAvatar's plan at most one, and said. */
export function isWell({ judgements }: Interrupted): boolean {
  return judgements.every(
    ({ subject, judgement: { verdict } }) => verdict === "one" || (subject.hidden === true && verdict === "unknown"),
  );
}
