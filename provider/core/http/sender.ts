import type { Going } from "../doubt/carry-out";
import { BackupError } from "../ground/errors";
import type { Context } from "../kind/context";
import { type Outcome, type Request, send } from "./http";
import type { Service } from "./service";
import { type Traffic, trafficTo } from "./traffic";
import type { Waits } from "./waits";

/** One request of the client. */
export interface Attempt {
  request: Pick<Request, "method" | "url" | "body">;
  /** The request in messages. */
  line: string;
  /** Whether it may be sent twice. */
  safe: boolean;
  going: Going | undefined;
}

export interface Sent {
  outcome: Outcome;
  at: number;
  /** The headers with the credentials of this request. */
  used: Record<string, string>;
}

/** For reads: how long an engine that was seen alive counts as alive. */
const READING_MILLISECONDS = 5_000;

const AGENT = "pulumi-backup-plans";

/** Sends requests to one service when it is their turn. A waiting request holds up no others. */
export class Sender {
  readonly traffic: Traffic;

  constructor(
    private readonly service: Service,
    private readonly context: Context,
    private readonly waits: Waits,
  ) {
    this.traffic = trafficTo(context, new URL(service.url).origin);
  }

  /** Sends once. Throws where the turn of the request does not come before the deadline. */
  async send({ request, line, safe, going }: Attempt): Promise<Sent> {
    const { deadline, run } = this.context;
    for (;;) {
      await this.untilWanted(line);
      deadline.insist(!safe);
      const used = await this.service.headers();
      const turn = await this.traffic.turn(deadline.leftToEnd, async () => {
        await run.engine.insist(safe ? READING_MILLISECONDS : 0);
        going?.out();
        const credentials = { ...used, ...this.service.sign?.(request) };
        return { at: Date.now(), used, outcome: await this.exchange(request, credentials) };
      });
      if (turn === "late")
        throw new BackupError(`${line} was not sent: its turn did not come. ${deadline.whyNoLonger}`);
      if (turn !== "unwanted") return turn.taken;
    }
  }

  private async untilWanted(line: string): Promise<void> {
    for (let wait = this.traffic.wait; wait > 0; wait = this.traffic.wait) {
      const late = await this.waits.out(wait, "rate limit");
      if (late) throw new BackupError(`${line} was not sent: ${late}`);
    }
  }

  private exchange(request: Attempt["request"], credentials: Record<string, string>): Promise<Outcome> {
    const plain = { accept: "application/json", "content-type": "application/json", "user-agent": AGENT };
    const own = this.context.settings.number("requestTimeoutSeconds") * 1000;
    const timeoutMilliseconds = Math.min(own, this.context.deadline.leftToEnd);
    return send({ ...request, headers: { ...plain, ...credentials }, timeoutMilliseconds, ...this.service.tls });
  }
}
