import pLimit, { type LimitFunction } from "p-limit";

/** What all requests to one address share: how many run at once, and until when the service wants none. */
export interface Traffic {
  readonly limit: LimitFunction;
  pausedUntil: number;
}

const traffics = new Map<string, Traffic>();

export function trafficTo(origin: string, concurrency: number): Traffic {
  let traffic = traffics.get(origin);
  if (!traffic) {
    traffic = { limit: pLimit(Math.max(1, concurrency)), pausedUntil: 0 };
    traffics.set(origin, traffic);
  }
  return traffic;
}

/** `Retry-After` in milliseconds: seconds, or a date. */
export function retryAfter(header: string | undefined, now = Date.now()): number | undefined {
  if (header === undefined) return undefined;
  if (/^\s*\d+(\.\d+)?\s*$/.test(header)) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
