import type { Bed, Kind } from "./bed";
import { type Extent, minima } from "./minima";
import { type Row, ratio } from "./row";

/** What is serialized whole makes a stack of a thousand take half an hour; its figures are of as many as this at most. */
export const MOST_USUAL = 100;

/** Preview and up without a change. */
export async function unchanged(bed: Bed, extent: Extent): Promise<Row[]> {
  const rows: Row[] = [];
  for (const size of extent.sizes) {
    extent.report(`${size} of each, made`);
    const kinds: Kind[] = size > MOST_USUAL ? ["empty", "plan"] : ["empty", "plan", "usual"];
    const subjects = new Map(
      await Promise.all(kinds.map(async (kind) => [kind, await bed.filled(kind, size)] as const)),
    );
    for (const act of ["preview", "up"] as const) {
      const least = await minima(
        extent,
        Object.fromEntries([...subjects].map(([kind, subject]) => [kind, () => subject[act]()])),
      );
      const what = `${act} of ${size} without change`;
      rows.push(ratio(`${what} : empty resources`, least.plan!, least.empty!, 1.05));
      if (least.usual !== undefined) rows.push(ratio(`${what} : serialized whole`, least.plan!, least.usual));
    }
    for (const subject of subjects.values()) await subject.dispose();
    await bed.control("POST", "/reset");
  }
  return rows;
}
