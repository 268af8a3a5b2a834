const period = 60;

/** Trove's rate limit: `limit` requests at once, and one more every `60 / limit` seconds. */
export class LeakyBucket {
  remaining: number;
  /** Milliseconds; undefined before the first request. */
  nextAt: number | undefined;
  private level = 0;
  private lastAt: number | undefined;

  constructor(readonly limit: number) {
    this.remaining = limit;
  }

  /** Seconds to wait: 0 when the request is let through. */
  take(now: number): number {
    const leaked = (now - (this.lastAt ?? now)) / 1000;
    const level = Math.max(0, this.level - leaked) + period / this.limit;
    this.lastAt = now;
    const excess = level - period;
    if (excess > 0) {
      this.level = level - period / this.limit;
      this.nextAt = now + excess * 1000;
      return excess;
    }
    this.level = level;
    this.nextAt = now;
    this.remaining = Math.floor(((period - level) / period) * this.limit);
    return 0;
  }
}
