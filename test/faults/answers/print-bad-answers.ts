import { grid } from "../told-grid";
import { badAnswers } from "./bad-answers";
import { complaintsOf } from "./bad-answers-judge";
import { moments, runBadAnswer } from "./bad-answers-run";

const LIMITS = { requestSeconds: 2, operationSeconds: 6 };

/** Each bad answer at each moment, with the time and the memory that it took; true when all are as promised. */
export async function printBadAnswers(only?: readonly string[]): Promise<boolean> {
  const rows: string[][] = [];
  let wrong = 0;
  for (const answer of Object.keys(badAnswers(""))) {
    if (only && !only.includes(answer)) continue;
    const run = await runBadAnswer(answer, LIMITS);
    const complaints = complaintsOf(answer, run, LIMITS);
    wrong += complaints.length;
    const longest = moments.map((moment) => {
      const seconds = run.ends.filter(({ at }) => at === moment).map((end) => end.seconds);
      return Math.max(0, ...seconds).toFixed(1);
    });
    rows.push([answer, ...longest, `${run.peak}`, `${run.strayed}`, `${complaints.length}`]);
    console.log(rows.at(-1)!.join(" | "));
    for (const each of complaints) console.log(`  ${each}`);
  }
  const { requestSeconds, operationSeconds } = LIMITS;
  console.log(
    `\nSeconds until the end, where a request may take ${requestSeconds} s and all of it ${operationSeconds} s:\n`,
  );
  console.log(grid(["", ...moments, "peak MiB", "followed", "wrong"], rows));
  return wrong === 0;
}
