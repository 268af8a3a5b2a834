import type { Run } from "../run/run";

/** How far each service's clock is ahead of ours, in milliseconds, by its address. */
function aheadOf(run: Run): Map<string, number> {
  return run.of("clocks of services", () => new Map<string, number>());
}

/** An answer to a request that was sent then tells the service's own time. */
export function setServiceClock(run: Run, address: string, date: string | undefined, sentAt: number): void {
  const time = Date.parse(date ?? "");
  if (!Number.isNaN(time)) aheadOf(run).set(address, time - sentAt);
}

/** The time by the service's own clock; by ours, where it tells none. */
export function serviceNow(run: Run, address: string): number {
  return Date.now() + (aheadOf(run).get(address) ?? 0);
}
