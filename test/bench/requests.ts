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

const PAGE = 10;
const POLL_SECONDS = 1;

/** While many backups are waited for: ServerAvatar lists ten a page. */
async function polls(bed: Bed, count: number, report: Extent["report"]): Promise<Row> {
  report(`wait for ${count} instant backups`);
  await bed.control("POST", "/reset");
  await bed.control("POST", "/settings", { buildSeconds: 8 });
  const subject = await bed.stack("instant", count, { "backup-plans:pollSeconds": POLL_SECONDS });
  const sent = await bed.requestsOf(() => subject.up());
  await subject.dispose();
  await bed.control("POST", "/reset");
  return atMost(`requests a poll while ${count} backups are waited for`, perPoll(sent), Math.ceil(count / PAGE));
}

/** In the seconds when all have been asked for and none is done. */
function perPoll(sent: readonly Request[]): number {
  const last = Math.max(...sent.filter(({ method }) => method === "POST").map(({ time }) => Date.parse(time)));
  const watched = sent.filter(({ time }) => Date.parse(time) > last + 1000 && Date.parse(time) <= last + 6000);
  return watched.length / (5 / POLL_SECONDS);
}
