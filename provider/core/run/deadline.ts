import { setTimeout as sleep } from "node:timers/promises";
import { Duration } from "luxon";
import { BackupError } from "../ground/errors";

/** The longest timer of Node: a longer one would fire at once. */
export const LONGEST_TIMER_MILLISECONDS = 2 ** 31 - 1;

/** The least time for what begins within the deadline: a request that is cut off leaves its outcome in doubt. */
const LAST_MILLISECONDS = 5_000;

const CANCELLED = "The run was cancelled, and nothing more is sent";

/** The time that one operation may take. Every wait of the operation uses it. */
export class Deadline {
  private end: number;

  /**
   * `final` is the error for everything that would begin after the deadline; without it reads may still begin. `longestPart`
   * limits each part that `within` returns. Once `cancelled` is aborted, no time is left.
   */
  constructor(
    readonly milliseconds: number,
    private readonly final?: string,
    private readonly longestPart = Number.POSITIVE_INFINITY,
    private readonly cancelled?: AbortSignal,
  ) {
    this.end = Date.now() + milliseconds;
  }

  /** Starts the time anew, after a wait in a queue. */
  begin(): void {
    this.end = Date.now() + this.milliseconds;
  }

  get left(): number {
    return this.isCancelled ? 0 : Math.max(0, this.end - Date.now());
  }

  /** The time for a request or a list that begins now, so that it can end. */
  get leftToEnd(): number {
    return Math.max(this.left, LAST_MILLISECONDS);
  }

  private get isCancelled(): boolean {
    return this.cancelled?.aborted ?? false;
  }

  get passed(): boolean {
    return this.left === 0;
  }

  /** Returns a deadline that ends earlier, or with this one. */
  within(milliseconds: number): Deadline {
    return new Deadline(Math.min(milliseconds, this.longestPart, this.left), undefined, undefined, this.cancelled);
  }

  /** A sentence on why there is no more time, and how to get more. */
  get whyNoLonger(): string {
    if (this.isCancelled) return CANCELLED;
    return (
      this.final ??
      `Nothing takes longer than is configured, here ${this}; customTimeouts or backup-plans:timeoutMinutes lengthens it`
    );
  }

  /** Throws where a request may not begin. A write may not begin after the run was cancelled. */
  insist(isWrite = false): void {
    if (isWrite && this.isCancelled) throw new BackupError(CANCELLED);
    if (this.final !== undefined && this.passed) throw new BackupError(this.final);
  }

  async pause(milliseconds: number): Promise<void> {
    const time = Math.min(milliseconds, this.left, LONGEST_TIMER_MILLISECONDS);
    // The timer rejects when the run is cancelled; that only ends the pause.
    await sleep(time, undefined, { signal: this.cancelled }).catch(() => undefined);
  }

  /** Asks again and again until there is an answer. Returns nothing where the time is over first. */
  async until<T>(everyMilliseconds: number, ask: () => Promise<T | undefined>): Promise<T | undefined> {
    for (;;) {
      const answer = await ask();
      if (answer !== undefined) return answer;
      await this.pause(untilNextBeat(everyMilliseconds));
      // A request that has no time left could only fail.
      if (this.passed) return undefined;
    }
  }

  toString(): string {
    if (this.isCancelled) return "the run was cancelled";
    return Duration.fromMillis(this.milliseconds).rescale().toHuman({ unitDisplay: "long" });
  }
}

/** Callers with equal steps look at the same moments, so that they share one list. */
function untilNextBeat(everyMilliseconds: number): number {
  const left = everyMilliseconds - (Date.now() % Math.max(1, everyMilliseconds));
  return left < everyMilliseconds / 10 ? left + everyMilliseconds : left;
}

/** Returns the milliseconds of a duration of Pulumi's `customTimeouts`: `90s`, `1h30m`. */
export function parseTimeout(text: string): number {
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(ms|h|m|s)/g)];
  if (parts.length === 0 || parts.map(([part]) => part).join("") !== text) {
    throw new BackupError(`customTimeouts must be durations like "90s" or "1h30m"; given "${text}"`);
  }
  const unit = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 } as Record<string, number>;
  return parts.reduce((sum, [, amount, name]) => sum + Number(amount) * unit[name as string]!, 0);
}
