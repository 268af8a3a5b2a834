import type { IncomingHttpHeaders } from "node:http";
import pLimit, { type LimitFunction } from "p-limit";
import type { Context } from "../kind/context";
import { LONGEST_TIMER_MILLISECONDS } from "../run/deadline";

/** The end of a turn: taken, not wanted by the service for now, or not come in time. */
export type Turn<T> = { taken: T } | "unwanted" | "late";

/** The traffic of all requests to one address: how many run at once, and until when the service wants none. */
export class Traffic {
  private readonly limit: LimitFunction;
  private pausedUntil = 0;
  /** One after the other, without an answer between them. */
  private refusals = 0;

  constructor(private readonly concurrency: number) {
    this.limit = pLimit(concurrency);
  }

  /** How long the service wants no request, in milliseconds. */
  get wait(): number {
    return Math.max(0, this.pausedUntil - Date.now());
  }

  /** In the order of the calls. `patience`: how long to wait for the turn, in milliseconds. */
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

  /** The service had too many; what was under way then says nothing new. After it they go on one by one. */
  refused(sentAt: number, after: number | undefined): void {
    if (sentAt >= this.pausedUntil) this.refusals += 1;
    this.limit.concurrency = 1;
    // Who says when to come again, and then refuses again, is asked less and less often all the same.
    const own = Math.min(MOST_MILLISECONDS, backoff(Math.max(0, this.refusals - 1)));
    const pause = Math.max(after ?? 0, own);
    this.pausedUntil = Math.max(this.pausedUntil, Date.now() + pause);
  }

  /** The service took one: one more may go beside it. */
  accepted(sentAt: number): void {
    if (sentAt < this.pausedUntil) return;
    this.refusals = 0;
    if (this.limit.concurrency < this.concurrency) this.limit.concurrency += 1;
  }
}

/** More would leave a service idle that counts by the minute. */
const MOST_MILLISECONDS = 10_000;

/** The one traffic of a run to an address. */
export function trafficTo({ run, settings }: Pick<Context, "run" | "settings">, origin: string): Traffic {
  return run.of(`traffic ${origin}`, () => new Traffic(settings.number("concurrency")));
}

/** How long to wait where nobody says, in milliseconds. */
export function backoff(before: number): number {
  return Math.min(30_000, 500 * 2 ** before);
}

/** `Retry-After` in milliseconds: seconds, or a date, which goes by the clock that the answer's own `Date` shows. */
export function retryAfter({ "retry-after": header, date: sent = "" }: IncomingHttpHeaders): number | undefined {
  if (header === undefined) return undefined;
  if (/^\s*\d+(\.\d+)?\s*$/.test(header)) return Number(header) * 1000;
  const date = Date.parse(header);
  const now = Date.parse(sent);
  return Number.isNaN(date) ? undefined : Math.max(0, date - (Number.isNaN(now) ? Date.now() : now));
}
