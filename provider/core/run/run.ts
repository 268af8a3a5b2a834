import { PulumiEngine } from "./pulumi-engine";

/**
 * All that one provider process remembers while it runs, by name, and the engine that it serves. There is one for a
 * process, and a test makes as many as it needs: two processes are two of them.
 */
export class Run {
  private readonly remembered = new Map<string, unknown>();
  private readonly ending = new AbortController();

  /** `longestLook`: the most milliseconds that a look for what may have been made takes, whatever its own patience is. */
  constructor(
    readonly engine = new PulumiEngine(),
    readonly longestLook = Number.POSITIVE_INFINITY,
  ) {}

  /** Aborted once the user has cancelled the run of the engine: every wait ends, and nothing more is written. */
  get cancelled(): AbortSignal {
    return this.ending.signal;
  }

  cancel(): void {
    this.ending.abort();
  }

  /** Returns the memory of this name; the first call makes it. */
  of<T>(name: string, make: () => T): T {
    if (!this.remembered.has(name)) this.remembered.set(name, make());
    return this.remembered.get(name) as T;
  }
}
