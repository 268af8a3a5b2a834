import { grid } from "../told-grid";
import { services } from "./fault-plan";
import { type LifeRow, lifeTable } from "./life-table";

/** Each fault at each request of a whole life; true when none is doubled, lost or stuck. */
export async function printLifeTable(wanted: readonly string[] = services): Promise<boolean> {
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  const rows = await lifeTable(wanted, ({ subject, lives, failures }) => {
    for (const { told, problems, log } of failures) {
      console.log(told);
      console.log([...problems, ...log].map((each) => `  ${each}`).join("\n"));
    }
    console.log(`${subject.title}: ${lives} lives, ${failures.length} bad, after ${seconds()} s`);
  });
  const all = (count: (row: LifeRow) => number) => rows.reduce((sum, row) => sum + count(row), 0);
  const count = (text: string, requests: readonly string[]) => requests.filter((each) => each === text).length;
  console.log(`\nEach fault at each request of a life (up, refresh, change, refresh, destroy), ${seconds()} s:\n`);
  const shown = rows.map(({ subject, requests, lives, failures }) => [
    subject.title,
    `${lives}`,
    `${failures.length}`,
    [...new Set(requests)].map((each) => `${count(each, requests)} ${each}`).join(", "),
  ]);
  console.log(grid(["", "lives", "bad", "requests struck"], shown));
  const bad = all(({ failures }) => failures.length);
  console.log(`${all(({ requests }) => requests.length)} requests, ${all(({ lives }) => lives)} lives, ${bad} bad`);
  return bad === 0;
}
