import { subjects } from "../subjects";
import { grid } from "../told-grid";
import { allCells, type Cell, fillCells, isUnknowable } from "./twist-table";
import { twists } from "./twists";

/** Each twist at each moment of each subject; true when nothing is doubled, lost, or deleted that is another's. */
export async function printTwistTable(): Promise<boolean> {
  const began = Date.now();
  const cells = await allCells();
  await fillCells(cells, ({ subject, twist, at, failure }) => {
    if (!failure) return;
    console.log(`${subject.title}, ${at}, ${twist}:`);
    console.log([...failure.problems, ...failure.log].map((each) => `  ${each}`).join("\n"));
  });
  const columns = [...twists, "null in a field"];
  const columnOf = ({ twist }: Cell) => (twist.startsWith("null ") ? columns.at(-1) : twist);
  const rows = subjects.map((subject) => [
    subject.title,
    ...columns.map((column) => shown(cells.filter((cell) => cell.subject === subject && columnOf(cell) === column))),
  ]);
  console.log(`\nWhile it is made, read and deleted: ${columns.map((each, at) => `${at + 1} ${each}`).join("; ")}\n`);
  console.log(grid(["", ...columns.map((_, at) => `${at + 1}`)], rows));
  const bad = cells.filter(({ failure }) => failure);
  const seconds = Math.round((Date.now() - began) / 1000);
  const unknowable = bad.filter(isUnknowable).length;
  console.log(
    `${cells.length - bad.length} of ${cells.length} cells are good, ${unknowable} cannot be known, ${seconds} s`,
  );
  return bad.length === unknowable;
}

/** How many are good, and where the others are not. */
function shown(cells: readonly Cell[]): string {
  const bad = cells.filter(({ failure }) => failure);
  return [`${cells.length - bad.length}`, ...bad.map(({ at, twist }) => `${at} ${twist}`)].join(", ");
}
