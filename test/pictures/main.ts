import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Reader } from "../docs/reader";
import { ROOT } from "../with/root";
import { report } from "./report";
import { terminal } from "./terminal";
import { year } from "./year";

const folder = join(ROOT, "docs", "pictures");

/** Lines of the engine that say nothing about backups. */
const NOISE = /^\s*$|^@ |urn=urn:pulumi|\[id=|pulumi:pulumi:Stack|Previewing update|^\s+pulumi-nodejs:.*\d error$/;

/** The pictures of README and docs, from what a reader sees after the first plan. */
async function main(): Promise<void> {
  const reader = await Reader.create();
  try {
    await mkdir(folder, { recursive: true });
    await reader.makesFirstPlan();
    await reader.edits("Every Day", "Every 12 Hours");
    await picture("preview", await linesOf(reader, "pulumi preview --diff"));
    await reader.edits("Every 12 Hours", "Every Day");
    await reader.edits("12 Months", "1 Month");
    await picture("refusal", await linesOf(reader, "pulumi preview"));
    await reader.types("BACKUP_PLANS_LOSSES=report pulumi preview --json --show-sames > preview.json");
    const { stdout } = await reader.types("npx backup-plans review preview.json");
    await write("report", report(stdout));
    for (const [name, svg] of year()) await write(name, svg);
  } finally {
    await reader.leaves();
  }
}

async function linesOf(reader: Reader, command: string): Promise<string[]> {
  const { stdout, stderr } = await reader.types(command);
  const lines = `${stdout}${stderr}`.split("\n").filter((line) => !NOISE.test(line));
  // The plain display says an error twice: as it comes, and in the diagnostics.
  const diagnostics = lines.indexOf("Diagnostics:");
  return [`$ ${command}`, ...lines.slice(Math.max(diagnostics, 0))];
}

const picture = (name: string, lines: string[]) => write(name, terminal(lines));

async function write(name: string, svg: string): Promise<void> {
  await writeFile(join(folder, `${name}.svg`), svg);
  console.log(`docs/pictures/${name}.svg, ${(Buffer.byteLength(svg) / 1000).toFixed(1)} kB`);
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
