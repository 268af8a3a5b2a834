import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { markdownTable } from "markdown-table";
import { startEmulator } from "../emulator";
import { controlOf } from "../with/control";
import { UsersFolder } from "../with/journeys/users-folder";
import { type Cell, cells } from "./cells";
import { type Outcome, runCell } from "./run-cell";

const page = join(__dirname, "..", "..", "docs", "matrix.md");
const head = [
  "Node",
  "TypeScript",
  "program",
  "installed by",
  "@pulumi/pulumi",
  "engine",
  "preview, up, up again, destroy",
];

/** Where the package works: all cells, or those of `--only 3,7`, whose numbers begin with 1. */
async function main(): Promise<void> {
  const { only } = parseArgs({ options: { only: { type: "string" } } }).values;
  const chosen = only === undefined ? cells : only.split(",").map((number) => cells[Number(number) - 1]!);
  const outside = await UsersFolder.create();
  const emulator = await startEmulator({
    settings: { buildSeconds: 0.05, serveravatar: { undocumentedDelete: "works" } },
  });
  const rows = [];
  try {
    const { tarball } = await outside.pack();
    for (const cell of chosen) {
      // The runs of the cell before would show a plan that backs up the same.
      await controlOf(emulator.urls)("POST", "/reset");
      const outcome = await runCell(cell, tarball, emulator);
      rows.push(row(cell, outcome));
      console.log(rows.at(-1)!.join(" · "));
      if (outcome.problem) console.log(outcome.problem);
      if (outcome.problem) process.exitCode = 1;
    }
  } finally {
    await emulator.stop();
    await outside.remove();
  }
  const table = markdownTable([head, ...rows]);
  console.log(`\n${table}`);
  if (only === undefined && process.exitCode !== 1) await writeFile(page, told(table));
}

function row(cell: Cell, { node, typescript, sdk, seconds, problem }: Outcome): string[] {
  const program = [cell.module, cell.place].filter((each) => each !== undefined).join(", ");
  return [node, typescript, program, cell.packages, sdk, cell.engine, problem ? "FAILED" : `ok (${seconds} s)`];
}

function told(table: string): string {
  const today = new Date().toISOString().slice(0, 10);
  return `# Where it works

The packed package, installed into an empty folder, with one plan on the emulator: preview, up, up again without a
change, destroy. "workspace" is a program in npm workspaces, "repository" this repository as the program, "README" a
program that is set up by README's lines alone: no tsconfig, no ts-node.

${table}

Written by \`npm run test:matrix\` on ${today}, ${process.platform} ${process.arch}. TypeScript 7 breaks Pulumi's ts-node.
`;
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
