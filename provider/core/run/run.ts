import { PulumiEngine } from "./pulumi-engine";

/**
 * Everything that one provider process remembers, by name, and the engine that it serves. A process has one; a test makes one
 * for each process that it needs.
 */
export class Run {
  private readonly remembered = new Map<string, unknown>();
  private readonly ending = new AbortController();

  /** `longestLook` limits every look for what may have been made, in milliseconds; tests shorten it. */
  constructor(
    readonly engine = new PulumiEngine(),
    readonly longestLook = Number.POSITIVE_INFINITY,
  ) {}

  /** Aborted once the user cancels the run. Every wait then ends, and no write begins. */
  get cancelled(): AbortSignal {
    return this.ending.signal;
  }

  cancel(): void {
    this.ending.abort();
  }

  /** Returns what is remembered under this name; the first call makes it. */
  of<T>(name: string, make: () => T): T {
    if (!this.remembered.has(name)) this.remembered.set(name, make());
    return this.remembered.get(name) as T;
  }

  /** Returns the warnings that this process has not told yet about a resource, or about `all`. They count as told. */
  untold(about: string, warnings: readonly string[]): string[] {
    const told = this.of(`told about ${about}`, () => new Set<string>());
    const fresh = warnings.filter((warning) => !told.has(warning));
    for (const warning of fresh) told.add(warning);
    return fresh;
  }
}
