import type { IncomingHttpHeaders } from "node:http";
import pLimit, { type LimitFunction } from "p-limit";
import type { Context } from "../kind/context";
import { LONGEST_TIMER_MILLISECONDS } from "../run/deadline";

/** How a turn ended: `taken`; `unwanted`, as the service wants no request for now; or `late`, as the time was over first. */
export type Turn<T> = { taken: T } | "unwanted" | "late";

/** The requests of a run to one address: how many run at once, until when the service wants none, and its clock. */
export class Traffic {
  private readonly limit: LimitFunction;
  private pausedUntil = 0;
  /** The number of refusals in a row. */
  private refusals = 0;
  /** The milliseconds by which the service's clock is ahead of ours. */
  private ahead = 0;

  constructor(private readonly concurrency: number) {
    this.limit = pLimit(concurrency);
  }

  /** The time by the service's clock, or by ours where the service does not tell its own. */
  get now(): number {
    return Date.now() + this.ahead;
  }

  /** The milliseconds for which the service wants no request. */
  get wait(): number {
    return Math.max(0, this.pausedUntil - Date.now());
  }

  /** Acts in the order of the calls. `patience` is the longest wait for the turn, in milliseconds. */
  async turn<T>(patience: number, act: () => Promise<T>): Promise<Turn<T>> {
    let isLate = false;
    let begin = () => {};
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const turn = this.limit(async (): Promise<Turn<T>> => {
      begin();
      if (isLate) return "late";
      return this.wait > 0 ? "unwanted" : { taken: await act() };
    });
    const timer = setTimeout(
      () => {
        isLate = true;
        begin();
      },
      Math.min(patience, LONGEST_TIMER_MILLISECONDS),
    );
    await begun;
    clearTimeout(timer);
    return isLate ? "late" : turn;
  }

  /** Learns that the service refused a request because there are too many. From then on one runs at a time. */
  refused(sentAt: number, after: number | undefined): void {
    if (sentAt >= this.pausedUntil) this.refusals += 1;
    this.limit.concurrency = 1;
    // A service that names a time and refuses again then is asked less and less often.
    const own = Math.min(MOST_MILLISECONDS, backoff(Math.max(0, this.refusals - 1)));
    const pause = Math.max(after ?? 0, own);
    this.pausedUntil = Math.max(this.pausedUntil, Date.now() + pause);
  }

  /** Learns that the service accepted a request: one more may run beside it. `date`: the time in its answer. */
  accepted(sentAt: number, date = ""): void {
    const time = Date.parse(date);
    if (!Number.isNaN(time)) this.ahead = time - sentAt;
    if (sentAt < this.pausedUntil) return;
    this.refusals = 0;
    if (this.limit.concurrency < this.concurrency) this.limit.concurrency += 1;
  }
}

/** The longest pause of our own; services count requests by the minute. */
const MOST_MILLISECONDS = 10_000;

/** Returns the traffic of this run to an address. */
export function trafficTo({ run, settings }: Pick<Context, "run" | "settings">, origin: string): Traffic {
  return run.of(`traffic ${origin}`, () => new Traffic(settings.number("concurrency")));
}

/** Returns how long to wait where the service does not say, in milliseconds. */
export function backoff(before: number): number {
  return Math.min(30_000, 500 * 2 ** before);
}

/** Returns `Retry-After` in milliseconds. A date is compared with the answer's own `Date`. */
export function retryAfter({ "retry-after": header, date: sent = "" }: IncomingHttpHeaders): number | undefined {
  if (header === undefined) return undefined;
  if (/^\s*\d+(\.\d+)?\s*$/.test(header)) return Number(header) * 1000;
  const date = Date.parse(header);
  const now = Date.parse(sent);
  return Number.isNaN(date) ? undefined : Math.max(0, date - (Number.isNaN(now) ? Date.now() : now));
}
