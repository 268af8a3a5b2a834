import type { Bed, Request } from "./bed";
import type { Extent } from "./minima";
import { atMost, type Row } from "./row";

/** How often the services are asked. */
export async function requests(bed: Bed, { sizes, report }: Extent): Promise<Row[]> {
  const size = sizes.at(-1)!;
  const rows: Row[] = [];
  for (const [kind, name] of [
    ["dds", "DDS"],
    ["trove", "Trove"],
  ] as const) {
    report(`refresh ${size} of ${name}`);
    await bed.control("POST", "/reset");
    const subject = await bed.filled(kind, size);
    const previewed = await bed.requestsOf(() => subject.preview());
    const refreshed = await bed.requestsOf(() => subject.refresh());
    rows.push(
      atMost(`requests of a preview of ${size} ${name} backups`, previewed.length, 0),
      atMost(`requests of a refresh of ${size} ${name} backups`, refreshed.length, 12),
    );
    await subject.dispose();
  }
  rows.push(await polls(bed, Math.min(50, size), report));
  return rows;
}

const POLL_SECONDS = 2;
const BUILD_SECONDS = 20;

/** While many backups are waited for: DDS lists a hundred a page. */
async function polls(bed: Bed, count: number, report: Extent["report"]): Promise<Row> {
  report(`wait for ${count} DDS backups`);
  await bed.control("POST", "/reset");
  await bed.control("POST", "/settings", { buildSeconds: BUILD_SECONDS });
  const subject = await bed.stack("dds", count, { "backup-plans:pollSeconds": POLL_SECONDS });
  const sent = await bed.requestsOf(() => subject.run(["up", "--yes", "--skip-preview", "--parallel", `${count}`]));
  await subject.dispose();
  await bed.control("POST", "/reset");
  return atMost(`requests a poll while ${count} DDS backups are waited for`, perPoll(sent), 1);
}

/** In the time when all have been asked for and seen once, and none is done. */
function perPoll(sent: readonly Request[]): number {
  const creations = sent.filter(({ method, service }) => method === "POST" && service === "dds").map(timeOf);
  const from = Math.max(...creations) + POLL_SECONDS * 1000;
  const to = Math.min(...creations) + BUILD_SECONDS * 1000;
  const polled = Math.ceil((to - from) / 1000 / POLL_SECONDS);
  if (polled < 2) throw new Error(`${creations.length} creations took longer than the backups themselves`);
  return sent.filter((request) => timeOf(request) > from && timeOf(request) < to).length / polled;
}

function timeOf({ time }: Request): number {
  return Date.parse(time);
}
