import type { Bed, Kind } from "./bed";
import { type Extent, minima } from "./minima";
import { type Row, ratio } from "./row";
import { MOST_USUAL } from "./unchanged";

/** Creation, on an emulator that makes backups at once. */
export async function creation(bed: Bed, extent: Extent): Promise<Row[]> {
  const rows: Row[] = [];
  for (const size of extent.sizes.slice(1, 3)) {
    extent.report(`create ${size}`);
    const once = (kind: Kind) => () => create(bed, kind, size);
    const least = await minima(extent, {
      ...{ empty: once("empty"), bare: once("bare"), plan: once("plan"), dds: once("dds") },
    });
    rows.push(
      ratio(`create ${size} plans : empty resources`, least.plan, least.empty, 1.15),
      ratio(`create ${size} plans : the same arguments, nothing done with them`, least.plan, least.bare),
      ratio(`create ${size} DDS backups : empty resources`, least.dds, least.empty, 1.15),
    );
    if (size > MOST_USUAL) continue;
    // By far the slowest, so that one run is enough.
    const { usual } = await minima({ ...extent, runs: 1 }, { usual: once("usual") });
    rows.push(ratio(`create ${size} plans : serialized whole`, least.plan, usual));
  }
  return rows;
}

export async function create(bed: Bed, kind: Kind, size: number): Promise<number> {
  await bed.control("POST", "/reset");
  const subject = await bed.stack(kind, size);
  try {
    return await subject.up();
  } finally {
    await subject.dispose();
  }
}
