import { writeFile } from "node:fs/promises";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { markdownTable } from "markdown-table";
import { Bed } from "./bed";
import { bytes } from "./bytes";
import { creation } from "./creation";
import { latency } from "./latency";
import { memory } from "./memory";
import type { Extent } from "./minima";
import { profile } from "./profile";
import { requests } from "./requests";
import type { Row } from "./row";
import { unchanged } from "./unchanged";

const page = join(__dirname, "..", "..", "docs", "benchmarks.md");
const parts = { unchanged, creation, latency, memory, bytes, requests };
const names = Object.keys(parts) as (keyof typeof parts)[];

const usage = `npm run bench -- [--runs 5] [--only ${names.join(",")}] [--quick] [--profile]`;

async function main(): Promise<void> {
  const { runs, only, quick, profile: profiled } = options();
  const extent: Extent = {
    runs: Number(runs ?? (quick ? 2 : 5)),
    sizes: quick ? [1, 20, 50, 100] : [1, 100, 500, 1000],
    report: (line) => console.error(line),
  };
  const bed = await Bed.create();
  try {
    if (profiled) return await profile(bed, extent);
    const rows: Row[] = [];
    for (const name of only?.split(",") ?? names) {
      const part = parts[name as keyof typeof parts];
      if (!part) throw new Error(usage);
      extent.report(`\n${name}`);
      rows.push(...(await part(bed, extent)));
    }
    const table = tableOf(rows);
    console.log(table);
    if (!only && !quick) await writeFile(page, told(table, extent, bed.engine.version));
  } finally {
    await bed.close();
  }
}

function options() {
  const boolean = { type: "boolean" } as const;
  const text = { type: "string" } as const;
  return parseArgs({ options: { runs: text, only: text, quick: boolean, profile: boolean } }).values;
}

function tableOf(rows: readonly Row[]): string {
  const cells = rows.map(({ measure, reach = "", figure, reached }) => [
    measure,
    reach,
    figure,
    reached === undefined ? "" : reached ? "yes" : "NO",
  ]);
  return markdownTable([["measure", "to reach", "figure", "reached"], ...cells]);
}

function told(table: string, { runs }: Extent, engine: string): string {
  const machine = `${cpus().length} × ${cpus()[0]!.model}, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform} ${process.arch}`;
  const sdk = require("@pulumi/pulumi/package.json").version;
  return `# Benchmarks

Ratios within one run: against as many empty dynamic resources (the floor: what Pulumi itself takes), and against a dynamic
provider that is written the usual way, serialized whole into every resource, with the same rules. The least of ${runs}
runs each, one after the other in every round; creation by the usual provider once. State on the local disk, types checked.

${table}

Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}. Machine: ${machine}. Node ${process.versions.node}, @pulumi/pulumi
${sdk}, engine ${engine}. \`npm run bench -- --profile\` shows where the time of a preview goes.
`;
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
