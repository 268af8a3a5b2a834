import { connectedEngine } from "./pulumi-engine";

type Severity = "INFO" | "WARNING";

/** Lines on the resource's own row of Pulumi's display. */
export class Log {
  private readonly sent: Promise<void>[] = [];
  private last: string | undefined;

  constructor(
    private readonly urn: string,
    private readonly clean: (text: string) => string,
  ) {}

  /** What is being done now; the next line takes its place. */
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

  private send(severity: Severity, message: string, ephemeral: boolean): void {
    const engine = connectedEngine();
    if (!engine) return;
    const { LogRequest, LogSeverity } = require("@pulumi/pulumi/proto/engine_pb");
    const request = new LogRequest();
    request.setSeverity(LogSeverity[severity]);
    request.setMessage(this.clean(message));
    request.setUrn(this.urn);
    request.setEphemeral(ephemeral);
    this.sent.push(new Promise((done) => engine.log(request, () => done())));
  }
}
