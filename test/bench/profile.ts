import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Bed, Kind } from "./bed";
import type { Extent } from "./minima";

interface Profile {
  nodes: Node[];
  /** The node of each sample, and the microseconds since the one before. */
  samples: number[];
  timeDeltas: number[];
}

interface Node {
  id: number;
  callFrame: { functionName: string; url: string };
}

const SHOWN = 15;

/** Where the time of a preview goes, in the program and in the provider process: printed, not kept. */
export async function profile(bed: Bed, { sizes, report }: Extent): Promise<void> {
  const size = sizes[2]!;
  for (const kind of ["empty", "plan", "plugin"] as const) {
    const profiles = await profilesOf(bed, kind, size);
    for (const role of ["program", "provider"]) {
      const own = profiles.filter(({ file }) => file.startsWith(role)).map((each) => each.profile);
      report(`\n${role} of a preview of ${size} ${kind}, without a change: ms by function, then by module`);
      report(top(own, ({ callFrame }) => `${callFrame.functionName || "(anonymous)"} ${moduleOf(callFrame.url)}`));
      report("");
      report(top(own, ({ callFrame }) => moduleOf(callFrame.url)));
    }
  }
}

async function profilesOf(bed: Bed, kind: Kind, size: number): Promise<{ file: string; profile: Profile }[]> {
  const folder = await mkdtemp(join(tmpdir(), "profiles-"));
  // The plans of one form would be second plans beside those of the other.
  await bed.control("POST", "/reset");
  const subject = await bed.filled(kind, size);
  try {
    const preload = join(__dirname, "preloaded", "cpu-profile.js");
    await subject.preview({ NODE_OPTIONS: `--require ${preload}`, BENCH_PROFILES: folder });
    const files = await readdir(folder);
    return await Promise.all(
      files.map(async (file) => ({ file, profile: JSON.parse(await readFile(join(folder, file), "utf8")) })),
    );
  } finally {
    await subject.dispose();
    await rm(folder, { recursive: true });
  }
}

function top(profiles: readonly Profile[], nameOf: (node: Node) => string): string {
  const spent = new Map<string, number>();
  for (const { nodes, samples, timeDeltas } of profiles) {
    const byId = new Map(nodes.map((node) => [node.id, node]));
    samples.forEach((id, index) => {
      const node = byId.get(id)!;
      if (node.callFrame.functionName === "(idle)") return;
      spent.set(nameOf(node), (spent.get(nameOf(node)) ?? 0) + timeDeltas[index]! / 1000);
    });
  }
  const most = [...spent].sort(([, a], [, b]) => b - a);
  return most
    .slice(0, SHOWN)
    .map(([name, milliseconds]) => `${milliseconds.toFixed(0).padStart(7)}  ${name}`)
    .join("\n");
}

/** The package of a file, or the file in this repository. */
function moduleOf(url: string): string {
  const path = url.replace("file://", "");
  const inPackage = path.split("node_modules/").at(-1)!;
  if (inPackage !== path)
    return inPackage
      .split("/")
      .slice(0, inPackage.startsWith("@") ? 2 : 1)
      .join("/");
  return path.replace(`${join(__dirname, "..", "..")}/`, "") || "(native)";
}
