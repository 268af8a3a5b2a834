import type { Bed, Kind } from "./bed";
import { type Extent, minima } from "./minima";
import { type Row, ratio } from "./row";

const kinds = ["empty", "plan", "usual"] as const satisfies Kind[];

/** Preview and up without a change. */
export async function unchanged(bed: Bed, extent: Extent): Promise<Row[]> {
  const rows: Row[] = [];
  for (const size of extent.sizes) {
    extent.report(`${size} of each, made`);
    const [empty, plan, usual] = await Promise.all(kinds.map((kind) => bed.filled(kind, size)));
    const preview = await minima(extent, {
      empty: () => empty!.preview(),
      plan: () => plan!.preview(),
      usual: () => usual!.preview(),
    });
    const up = await minima(extent, { empty: () => empty!.up(), plan: () => plan!.up(), usual: () => usual!.up() });
    rows.push(
      ratio(`preview of ${size} without change : empty resources`, preview.plan, preview.empty, 1.05),
      ratio(`preview of ${size} without change : serialized whole`, preview.plan, preview.usual),
      ratio(`up of ${size} without change : empty resources`, up.plan, up.empty, 1.05),
      ratio(`up of ${size} without change : serialized whole`, up.plan, up.usual),
    );
    for (const subject of [empty, plan, usual]) await subject!.dispose();
    await bed.control("POST", "/reset");
  }
  return rows;
}
