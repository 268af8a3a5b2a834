import type { Going } from "../doubt/carry-out";
import { BackupError } from "../ground/errors";
import type { Context } from "../kind/context";
import { type Outcome, type Request, send } from "./http";
import type { Service } from "./service";
import { type Traffic, trafficTo } from "./traffic";

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

/** The time between two progress lines of a long wait. */
const TELL_MILLISECONDS = 60_000;

const AGENT = "pulumi-backup-plans";

/** Sends requests to one service when it is their turn. A waiting request holds up no others. */
export class Sender {
  readonly traffic: Traffic;
  private toldAt = 0;

  constructor(
    private readonly service: Service,
    private readonly context: Context,
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

  /** Waits, or returns at once why the wait is too long. `asked`: the answer that asks for the wait, if one does. */
  async wait(milliseconds: number, asked: string | undefined): Promise<string | undefined> {
    const { deadline, log } = this.context;
    const told = `${this.service.name} accepts no request for ${Math.ceil(milliseconds / 1000)} s (${asked})`;
    if (asked !== undefined && milliseconds > deadline.left) {
      return `${told}, and ${Math.floor(deadline.left / 1000)} s are left. ${deadline.whyNoLonger}`;
    }
    if (asked !== undefined && Date.now() - this.toldAt > TELL_MILLISECONDS) {
      this.toldAt = Date.now();
      log.progress(`${told}: waiting`);
    }
    await deadline.pause(milliseconds);
    return undefined;
  }

  private async untilWanted(line: string): Promise<void> {
    for (let left = this.traffic.wait; left > 0; left = this.traffic.wait) {
      const late = await this.wait(left, "rate limit");
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
