import { setTimeout as sleep } from "node:timers/promises";
import { Duration } from "luxon";
import { BackupError } from "../ground/errors";

/** A timer for longer than that fires at once. */
export const LONGEST_TIMER_MILLISECONDS = 2 ** 31 - 1;

const CANCELLED = "The run was cancelled, and nothing more is sent";

/** The time that an operation may take; every wait of it goes through here. */
export class Deadline {
  private end: number;

  /**
   * With `final` nothing begins any more once it has passed, and that is why. No part of it has more than `longestPart`.
   * Whatever is left, it has passed once `cancelled` is aborted.
   */
  constructor(
    readonly milliseconds: number,
    private readonly final?: string,
    private readonly longestPart = Number.POSITIVE_INFINITY,
    private readonly cancelled?: AbortSignal,
  ) {
    this.end = Date.now() + milliseconds;
  }

  /** Starts anew: what waited in a queue has its own time before it. */
  begin(): void {
    this.end = Date.now() + this.milliseconds;
  }

  get left(): number {
    return this.isCancelled ? 0 : Math.max(0, this.end - Date.now());
  }

  private get isCancelled(): boolean {
    return this.cancelled?.aborted ?? false;
  }

  get passed(): boolean {
    return this.left === 0;
  }

  /** An earlier end within this one. */
  within(milliseconds: number): Deadline {
    return new Deadline(Math.min(milliseconds, this.longestPart, this.left), undefined, undefined, this.cancelled);
  }

  /** For a person, and what to do about it. */
  get whyNoLonger(): string {
    if (this.isCancelled) return CANCELLED;
    return (
      this.final ??
      `Nothing takes longer than is configured, here ${this}; customTimeouts or backup-plans:timeoutMinutes lengthens it`
    );
  }

  /** Whether a request may begin; one that writes may not once the run is cancelled. */
  insist(isWrite = false): void {
    if (isWrite && this.isCancelled) throw new BackupError(CANCELLED);
    if (this.final !== undefined && this.passed) throw new BackupError(this.final);
  }

  async pause(milliseconds: number): Promise<void> {
    const time = Math.min(milliseconds, this.left, LONGEST_TIMER_MILLISECONDS);
    // It rejects when the run is cancelled, which only ends the pause.
    await sleep(time, undefined, { signal: this.cancelled }).catch(() => undefined);
  }

  /** Asks again until there is an answer; nothing when the time is over first. */
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

/** Whoever waits with the same step looks at the same instants, so that one list serves all. */
function untilNextBeat(everyMilliseconds: number): number {
  const left = everyMilliseconds - (Date.now() % Math.max(1, everyMilliseconds));
  return left < everyMilliseconds / 10 ? left + everyMilliseconds : left;
}

/** A duration as Pulumi's customTimeouts take it: `90s`, `1h30m`. */
export function parseTimeout(text: string): number {
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(ms|h|m|s)/g)];
  if (parts.length === 0 || parts.map(([part]) => part).join("") !== text) {
    throw new BackupError(`customTimeouts must be durations like "90s" or "1h30m"; given "${text}"`);
  }
  const unit = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 } as Record<string, number>;
  return parts.reduce((sum, [, amount, name]) => sum + Number(amount) * unit[name as string]!, 0);
}
