import type { Run } from "../run/run";

/** Returns the milliseconds by which the clock of each service is ahead of ours, by its address. */
function aheadOf(run: Run): Map<string, number> {
  return run.of("clocks of services", () => new Map<string, number>());
}

/** Reads the service's time from the answer to a request that was sent at `sentAt`. */
export function setServiceClock(run: Run, address: string, date: string | undefined, sentAt: number): void {
  const time = Date.parse(date ?? "");
  if (!Number.isNaN(time)) aheadOf(run).set(address, time - sentAt);
}

/** Returns the time by the service's clock, or by ours where the service does not tell its own. */
export function serviceNow(run: Run, address: string): number {
  return Date.now() + (aheadOf(run).get(address) ?? 0);
}
