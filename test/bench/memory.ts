import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Bed, Kind, Subject } from "./bed";
import type { Extent } from "./minima";
import { type Row, ratio } from "./row";

/** In MB. */
interface Peaks {
  provider: number;
  program: number;
}

/** Peak memory of the processes of a preview: the least of the runs. */
export async function memory(bed: Bed, extent: Extent): Promise<Row[]> {
  const size = extent.sizes.at(-1)!;
  const empty = await leastPeaks(bed, "empty", size, extent);
  const bare = await leastPeaks(bed, "bare", size, extent);
  const plan = await leastPeaks(bed, "plan", size, extent);
  return [
    ratio(`provider's peak memory, ${size} : empty resources`, plan.provider, empty.provider, 1.1, "MB"),
    ratio(
      `provider's peak memory, ${size} : the same arguments, nothing done with them`,
      ...([plan.provider, bare.provider, undefined, "MB"] as const),
    ),
    ratio(`program's peak memory, ${size} : empty resources`, plan.program, empty.program, undefined, "MB"),
  ];
}

/** The least of the runs, of one kind. */
async function leastPeaks(bed: Bed, kind: Kind, size: number, { runs, report }: Extent): Promise<Peaks> {
  const subject = await bed.filled(kind, size);
  const least: Peaks = { provider: Number.POSITIVE_INFINITY, program: Number.POSITIVE_INFINITY };
  for (let round = 1; round <= runs; round++) {
    const peaks = await peaksOf(subject);
    least.provider = Math.min(least.provider, peaks.provider);
    least.program = Math.min(least.program, peaks.program);
  }
  report(`  ${size} ${kind}: provider ${least.provider.toFixed(0)} MB, program ${least.program.toFixed(0)} MB`);
  await subject.dispose();
  return least;
}

/** A preview: how many seconds it takes, and its peaks. */
export async function peaksOf(subject: Subject): Promise<Peaks & { seconds: number }> {
  const folder = await mkdtemp(join(tmpdir(), "peaks-"));
  try {
    const preload = join(__dirname, "preloaded", "peak-memory.js");
    const seconds = await subject.preview({ NODE_OPTIONS: `--require ${preload}`, BENCH_PEAKS: folder });
    const files = await readdir(folder);
    const all = await Promise.all(
      files.map(async (file) => [file, await readFile(join(folder, file), "utf8")] as const),
    );
    const peak = (role: keyof Peaks) =>
      Math.max(...all.filter(([file]) => file.startsWith(role)).map(([, megabytes]) => Number(megabytes)));
    return { seconds, provider: peak("provider"), program: peak("program") };
  } finally {
    await rm(folder, { recursive: true });
  }
}
