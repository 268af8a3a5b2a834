import { parseArgs } from "node:util";
import { Bed } from "./bed";
import { bytes } from "./bytes";
import { creation } from "./creation";
import { forms } from "./forms";
import { latency } from "./latency";
import { memory } from "./memory";
import type { Extent } from "./minima";
import { keep, tableOf } from "./page";
import { profile } from "./profile";
import { requests } from "./requests";
import type { Row } from "./row";
import { unchanged } from "./unchanged";

const parts = { forms, unchanged, creation, latency, memory, bytes, requests };
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
      // Plans of another part would be second plans.
      await bed.control("POST", "/reset");
      const found = await part(bed, extent);
      if (!quick) keep(found, extent.runs, bed.engine.version);
      rows.push(...found);
    }
    console.log(tableOf(rows));
  } finally {
    await bed.close();
  }
}

function options() {
  const boolean = { type: "boolean" } as const;
  const text = { type: "string" } as const;
  return parseArgs({ options: { runs: text, only: text, quick: boolean, profile: boolean } }).values;
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
