import { type Cell, createTable, isGood } from "./create-table";
import { faults } from "./fault";
import { subjects } from "./subjects";
import { grid } from "./told-grid";

async function main(): Promise<void> {
  const cells = await createTable(console.log);
  console.log(
    `\nOne fault at the request that creates:\n${faults.map((fault, index) => `${index + 1} ${fault}`).join(", ")}\n`,
  );
  const rows = subjects.map((subject) => [
    subject.title,
    ...faults.map((fault) => shown(cells.find((each) => each.fault === fault && each.subject === subject)!)),
  ]);
  console.log(grid(["", ...faults.map((_, index) => `${index + 1}`)], rows));
  const bad = cells.filter((cell) => !isGood(cell));
  for (const { subject, fault, steps } of bad) console.log(subject.title, fault, steps);
  console.log(`${cells.length - bad.length} of ${cells.length} cells are good`);
  if (bad.length > 0) process.exitCode = 1;
}

function shown({ steps }: Cell): string {
  const words = steps.map(({ verdict, made }) => (verdict === "one" ? "1" : `${verdict} ${made}`));
  return words.filter((word, index) => index === 0 || word !== words[index - 1]).join(" > ");
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
