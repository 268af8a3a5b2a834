import { readFileSync } from "node:fs";
import type { Bed, Kind, Subject } from "./bed";
import { storedOf } from "./bytes";
import { peaksOf } from "./memory";
import { type Extent, minima } from "./minima";
import { type Row, ratio } from "./row";

const MOST_BYTES = 2050;

/** The plugin against the dynamic form, and against as many empty dynamic resources. */
export async function forms(bed: Bed, extent: Extent): Promise<Row[]> {
  const { sizes } = extent;
  const most = sizes.at(-1)!;
  const rows: Row[] = [];
  for (const size of [most, sizes[0]!, sizes[1]!]) rows.push(...(await previews(bed, extent, size, size === most)));
  const each = (await alone(bed, () => storedOf(bed, "plugin"))).each;
  return [
    ...rows,
    {
      measure: "state per ServerAvatar plan, plugin",
      reach: `≤ ${MOST_BYTES / 1000} kB`,
      figure: `${(each / 1000).toFixed(2)} kB`,
      reached: each <= MOST_BYTES,
    },
  ];
}

/** The greatest size is judged. */
async function previews(bed: Bed, extent: Extent, size: number, isMost: boolean): Promise<Row[]> {
  extent.report(`${size} of each, made`);
  const kinds = ["empty", "plan", "plugin"] as const;
  const subjects = new Map<Kind, Subject>();
  for (const kind of kinds) subjects.set(kind, await alone(bed, () => bed.filled(kind, size)));
  const [cpu, memory] = [new Least<Kind>(), new Least<Kind>()];
  const measured = (kind: Kind, subject: Subject) => async () => {
    const before = cpuSeconds();
    const { seconds, provider } = await peaksOf(subject);
    cpu.add(kind, cpuSeconds() - before);
    memory.add(kind, provider);
    return seconds;
  };
  const each = [...subjects].map(([kind, subject]) => [kind, measured(kind, subject)] as const);
  const wall = (await minima(extent, Object.fromEntries(each))) as Record<(typeof kinds)[number], number>;
  for (const subject of subjects.values()) await subject.dispose();
  const what = `preview of ${size} without change`;
  const reach = (limit: number) => (isMost ? limit : undefined);
  return [
    ratio(`${what}, plugin : dynamic, CPU`, cpu.of("plugin"), cpu.of("plan"), reach(0.8)),
    ratio(`${what}, plugin : dynamic`, wall.plugin, wall.plan),
    ratio(`${what}, plugin : empty resources`, wall.plugin, wall.empty, reach(0.85)),
    ratio(
      `provider's peak memory, ${size}, plugin : dynamic`,
      memory.of("plugin"),
      memory.of("plan"),
      reach(0.65),
      "MB",
    ),
  ];
}

/** The least value of each. */
class Least<Name> {
  private readonly values = new Map<Name, number>();

  add(name: Name, value: number): void {
    this.values.set(name, Math.min(value, this.of(name)));
  }

  of(name: Name): number {
    return this.values.get(name) ?? Number.POSITIVE_INFINITY;
  }
}

/** On services that hold nothing: the plans of one form would be second plans beside those of the other. */
async function alone<T>(bed: Bed, act: () => Promise<T>): Promise<T> {
  await bed.control("POST", "/reset");
  return act();
}

const TICKS_A_SECOND = 100;

/** The processor time of all that this process started and that has ended; known on Linux alone. */
function cpuSeconds(): number {
  if (process.platform !== "linux") return Number.NaN;
  const stat = readFileSync("/proc/self/stat", "utf8");
  // "pid (command) state …"; the command may hold spaces. The 16th and 17th field are the times of ended children.
  const [user, system] = stat
    .slice(stat.lastIndexOf(")") + 2)
    .split(" ")
    .slice(13, 15);
  return (Number(user) + Number(system)) / TICKS_A_SECOND;
}
