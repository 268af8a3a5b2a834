import { faults } from "../fault";
import { inOneStack as subjects } from "../subjects";
import { grid } from "../told-grid";
import { type Cell, createTable, isGood } from "./create-table";

/** Each fault at the request that creates, for each kind; true when every cell is as promised. */
export async function printCreateTable(): Promise<boolean> {
  const cells = await createTable(console.log);
  console.log(
    `\nOne fault at the request that creates:\n${faults.map((each, at) => `${at + 1} ${each}`).join(", ")}\n`,
  );
  const rows = subjects.map((subject) => [
    subject.title,
    ...faults.map((fault) => shown(cells.find((each) => each.fault === fault && each.subject === subject)!)),
  ]);
  console.log(grid(["", ...faults.map((_, index) => `${index + 1}`)], rows));
  const bad = cells.filter((cell) => !isGood(cell));
  for (const { subject, fault, steps } of bad) console.log(subject.title, fault, steps);
  console.log(`${cells.length - bad.length} of ${cells.length} cells are good`);
  return bad.length === 0;
}

/** One word for each step at which something changed; a number is how many the service has. */
function shown({ steps }: Cell): string {
  const words = steps.map(({ verdict, made }) => (verdict === "one" ? "1" : `${verdict} ${made}`));
  return words.filter((word, index) => index === 0 || word !== words[index - 1]).join(" > ");
}
