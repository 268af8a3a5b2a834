import { readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { markdownTable } from "markdown-table";
import type { Row } from "./row";

const PAGE = join(__dirname, "..", "..", "docs", "benchmarks.md");

/** What was measured goes in the place of what was measured of the same before; the rest of the page stays. */
export function keep(rows: readonly Row[], runs: number, engine: string): void {
  const measured = new Map(rows.map((row) => [row.measure, cellsOf(row)]));
  const before = cellsBefore();
  const kept = before.map((cells) => measured.get(cells[0]!) ?? cells);
  const names = new Set(before.map(([name]) => name));
  const fresh = [...measured.values()].filter(([name]) => !names.has(name));
  writeFileSync(PAGE, told(table([...kept, ...fresh]), runs, engine));
}

export function tableOf(rows: readonly Row[]): string {
  return table(rows.map(cellsOf));
}

function table(cells: readonly string[][]): string {
  return markdownTable([HEADINGS, ...cells]);
}

const HEADINGS = ["measure", "to reach", "figure", "reached"];

function cellsOf({ measure, reach = "", figure, reached }: Row): string[] {
  return [measure, reach, figure, reached === undefined ? "" : reached ? "yes" : "NO"];
}

function cellsBefore(): string[][] {
  const lines = pageText()
    .split("\n")
    .filter((line) => line.startsWith("|"));
  return lines.slice(2).map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

function pageText(): string {
  try {
    return readFileSync(PAGE, "utf8");
  } catch {
    return "";
  }
}

function told(rows: string, runs: number, engine: string): string {
  const machine = `${cpus().length} × ${cpus()[0]!.model}, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform} ${process.arch}`;
  const sdk = require("@pulumi/pulumi/package.json").version;
  return `# Benchmarks

Ratios within one run: against as many empty dynamic resources (the floor: what Pulumi itself takes), against dynamic
resources that have the same arguments and do nothing, and against a dynamic provider that is written the usual way,
serialized whole into every resource, with the same rules. The least of ${runs} runs each, one after the other in every round;
creation by the usual provider once. State on the local disk, types checked.

${rows}

Written by \`npm run bench\`, last on ${new Date().toISOString().slice(0, 10)}; a part that is measured again (\`--only\`) replaces its own rows. Machine:
${machine}. Node ${process.versions.node}, @pulumi/pulumi ${sdk}, engine ${engine}.
\`npm run bench -- --profile\` shows where the time of a preview goes.
`;
}
