import type { Line, PulumiEngine } from "./pulumi-engine";

/** Writes lines to the resource's own row of Pulumi's display. */
export class Log {
  private readonly sent: Promise<void>[] = [];
  private last: string | undefined;

  constructor(
    private readonly engine: PulumiEngine,
    private readonly urn: string,
    private readonly clean: (text: string) => string,
  ) {}

  /** Writes what is being done; the next line replaces it. */
  progress(message: string): void {
    // The log of a build server shows every line.
    if (message === this.last) return;
    this.last = message;
    this.send("INFO", message, true);
  }

  warn(message: string): void {
    this.send("WARNING", message, false);
  }

  /** Waits until the engine has all lines: it drops those that arrive after the operation. */
  async flush(): Promise<void> {
    await Promise.all(this.sent);
  }

  private send(severity: Line["severity"], message: string, ephemeral: boolean): void {
    this.sent.push(this.engine.log({ severity, message: this.clean(message), urn: this.urn, ephemeral }));
  }
}
