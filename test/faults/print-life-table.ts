import { lifeTable } from "./life-table";
import { grid } from "./told-grid";

/** Each fault at each request of a whole life; true when none is doubled, lost or stuck. */
export async function printLifeTable(): Promise<boolean> {
  const began = Date.now();
  const rows = await lifeTable(({ told, problems, log }) => {
    console.log(told);
    console.log([...problems, ...log].map((each) => `  ${each}`).join("\n"));
  });
  const seconds = Math.round((Date.now() - began) / 1000);
  const count = (text: string, requests: readonly string[]) => requests.filter((each) => each === text).length;
  console.log(`\nEach fault at each request of a life (up, refresh, change, refresh, destroy), ${seconds} s:\n`);
  const shown = rows.map(({ subject, requests, lives, failures }) => [
    subject.title,
    `${lives}`,
    `${failures.length}`,
    [...new Set(requests)].map((each) => `${count(each, requests)} ${each}`).join(", "),
  ]);
  console.log(grid(["", "lives", "bad", "requests struck"], shown));
  return rows.every(({ failures }) => failures.length === 0);
}
