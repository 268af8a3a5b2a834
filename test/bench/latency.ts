import type { Bed, Request } from "./bed";
import type { Extent } from "./minima";
import type { Row } from "./row";

const LATENCY = 0.1;
/** Requests to one address at once, as `backup-plans:concurrency` has it. */
const CONCURRENCY = 8;

/** What a slow service costs when 200 DDS backups are created: no more than the requests that cannot be at once. */
export async function latency(bed: Bed, { runs, sizes, report }: Extent): Promise<Row[]> {
  const size = Math.min(200, sizes[2]!);
  let [fast, slow] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let requests: Request[] = [];
  for (let round = 1; round <= runs; round++) {
    fast = Math.min(fast, (await createDds(bed, size, 0)).seconds);
    const run = await createDds(bed, size, LATENCY * 1000);
    slow = Math.min(slow, run.seconds);
    requests = run.requests;
    report(`  run ${round} of ${runs}: ${fast.toFixed(2)} s, with latency ${slow.toFixed(2)} s`);
  }
  const most = Math.ceil(requests.length / CONCURRENCY) * LATENCY * 1.1;
  return [
    {
      measure: `create ${size} DDS backups, ${LATENCY * 1000} ms latency, against none`,
      reach: `≤ + ${most.toFixed(1)} s`,
      figure: `+ ${(slow - fast).toFixed(1)} s (${slow.toFixed(1)} s, ${requests.length} requests)`,
      reached: slow - fast <= most,
    },
  ];
}

async function createDds(bed: Bed, size: number, latencyMs: number) {
  await bed.control("POST", "/reset");
  await bed.control("POST", "/settings", { latencyMs });
  const subject = await bed.stack("dds", size);
  let seconds = 0;
  try {
    const requests = await bed.requestsOf(async () => {
      // As many at once as there are, so that the limit is ours.
      seconds = await subject.run(["up", "--yes", "--skip-preview", "--parallel", `${size}`]);
    });
    return { seconds, requests };
  } finally {
    await bed.control("POST", "/settings", { latencyMs: 0 });
    await subject.dispose();
  }
}
