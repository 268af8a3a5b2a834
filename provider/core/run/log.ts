import type { Line, PulumiEngine } from "./pulumi-engine";

/** Lines on the resource's own row of Pulumi's display. */
export class Log {
  private readonly sent: Promise<void>[] = [];
  private last: string | undefined;

  constructor(
    private readonly engine: PulumiEngine,
    private readonly urn: string,
    private readonly clean: (text: string) => string,
  ) {}

  /** Writes the present work; the next line takes its place. */
  progress(message: string): void {
    // A terminal shows the last line, the log of a build server every one.
    if (message === this.last) return;
    this.last = message;
    this.send("INFO", message, true);
  }

  warn(message: string): void {
    this.send("WARNING", message, false);
  }

  /** Lines that are still under way when an operation ends would be lost. */
  async flush(): Promise<void> {
    await Promise.all(this.sent);
  }

  private send(severity: Line["severity"], message: string, ephemeral: boolean): void {
    this.sent.push(this.engine.log({ severity, message: this.clean(message), urn: this.urn, ephemeral }));
  }
}
