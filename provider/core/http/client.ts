import { withoutLogin } from "../configuration/forms";
import type { Going } from "../doubt/carry-out";
import { BackupError } from "../ground/errors";
import type { Context } from "../kind/context";
import { Unreadable } from "../lists/unreadable";
import type { Endpoint } from "./endpoint";
import { fill, isAddress } from "./endpoint";
import { type Outcome, type Request, send } from "./http";
import { type Answer, judge } from "./judge";
import type { Service } from "./service";
import { serviceNow, setServiceClock } from "./service-clock";
import { retryAfter, type Traffic, trafficTo } from "./traffic";
import { Tries, wasNotAccepted } from "./tries";
import { Waits } from "./waits";

export interface Parameters<Name extends string> {
  path: Record<Name, string | number>;
  query?: Record<string, string | number>;
  json?: unknown;
  /** The callbacks for the steps of the request. */
  going?: Going | undefined;
}

interface Sent {
  outcome: Outcome;
  at: number;
  /** The headers with the credentials of this request. */
  used: Record<string, string>;
}

/** The least time for a request that begins within the deadline: if it were cut off, its outcome would be in doubt. */
const LAST_MILLISECONDS = 5_000;

/** For reads: how long an engine that was seen alive counts as alive. */
const READING_MILLISECONDS = 5_000;

/** The number of unreadable rows that warnings name. */
const MOST_UNREADABLE = 5;

const AGENT = "pulumi-backup-plans";

/** Calls a service's endpoints. It repeats a read where that can help, and a write only where the service surely did nothing. */
export class Client {
  private readonly traffic: Traffic;
  private readonly waits: Waits;

  constructor(
    private readonly service: Service,
    readonly context: Context,
  ) {
    if (!isAddress(service.url)) {
      throw new BackupError(
        `${service.name}: "${withoutLogin(service.url)}" is no address (from ${service.addressFrom}); it is written https://…, ` +
          "without . or .. between slashes, %, ? and #",
      );
    }
    this.waits = new Waits(service.name, context);
    this.traffic = trafficTo(context, new URL(service.url).origin);
  }

  /** The name of the service in messages. */
  get name(): string {
    return this.service.name;
  }

  /** The address of the service. */
  get address(): string {
    return this.service.url;
  }

  /** Returns the time by the service's own clock. */
  get now(): number {
    return serviceNow(this.context.run, this.address);
  }

  /** Warns once of the rows of a list that cannot be read, and why; of the first ones by their ids. */
  tellUnreadable(rows: readonly unknown[]): void {
    const { run, log } = this.context;
    const told = run.of(`unreadable rows of ${this.name}`, () => new Set<string>());
    for (const row of rows) {
      const text = `${this.name} lists ${row}`;
      if (!(row instanceof Unreadable) || told.has(text)) continue;
      told.add(text);
      if (told.size <= MOST_UNREADABLE) log.warn(text);
      if (told.size === MOST_UNREADABLE + 1) log.warn(`${this.name} lists more rows that cannot be read`);
    }
  }

  async call<Reply, Name extends string>(to: Endpoint<Reply, Name>, parameters: Parameters<Name>): Promise<Reply> {
    return (await this.ask(to, parameters)).body;
  }

  /** Returns the answer with its headers. */
  async ask<Reply, Name extends string>(
    to: Endpoint<Reply, Name>,
    parameters: Parameters<Name>,
  ): Promise<Answer<Reply>> {
    const query = new URLSearchParams(
      Object.entries(parameters.query ?? {}).map(([key, value]): [string, string] => [key, `${value}`]),
    );
    const search = query.size > 0 ? `?${query}` : "";
    const url = `${this.service.url}${fill(to.path, parameters.path)}${search}`;
    const line = `${this.service.name}: ${to.verb} ${this.shown(to.path, parameters.path)}`;
    const body = parameters.json === undefined ? undefined : JSON.stringify(parameters.json);
    const { going } = parameters;
    const tries = new Tries(this.service, to);
    for (;;) {
      const { outcome, used, at } = await this.sendWhenWanted({ method: to.verb, url, body }, to.safe, line, going);
      if (outcome.kind === "answered" && this.isThrottled(outcome.status, outcome.body)) {
        going?.notAccepted();
        this.traffic.refused(at, retryAfter(outcome.headers));
        continue;
      }
      if (outcome.kind === "answered") {
        this.traffic.accepted(at);
        setServiceClock(this.context.run, this.address, outcome.headers.date, at);
      }
      if (tries.needsLogin(outcome)) {
        tries.renewed = true;
        going?.notAccepted();
        await this.service.renew?.(used);
        continue;
      }
      const again = this.context.deadline.passed ? undefined : tries.waitBeforeAnother(outcome);
      const end = () => judge(this.service, to, outcome, line, this.context.redactor);
      if (again === undefined) return end();
      if (wasNotAccepted(outcome)) going?.notAccepted();
      const late = await this.waits.out(again.milliseconds, again.asked);
      if (late) return endFor(late, end);
    }
  }

  /** Sends when it is this request's turn. A waiting request holds up no others, and waits no longer than its deadline. */
  private async sendWhenWanted(
    request: Pick<Request, "method" | "url" | "body">,
    safe: boolean,
    line: string,
    going: Going | undefined,
  ): Promise<Sent> {
    const { deadline, run } = this.context;
    for (;;) {
      await this.waitOut(line);
      deadline.insist(!safe);
      const used = await this.service.headers();
      const turn = await this.traffic.turn(Math.max(deadline.left, LAST_MILLISECONDS), async () => {
        await run.engine.insist(safe ? READING_MILLISECONDS : 0);
        going?.out();
        const credentials = { ...used, ...this.service.sign?.(request) };
        return { at: Date.now(), used, outcome: await this.send(request, credentials) };
      });
      if (turn === "late")
        throw new BackupError(`${line} was not sent: its turn did not come. ${deadline.whyNoLonger}`);
      if (turn !== "unwanted") return turn.taken;
    }
  }

  private async waitOut(line: string): Promise<void> {
    for (let wait = this.traffic.wait; wait > 0; wait = this.traffic.wait) {
      const late = await this.waits.out(wait, "rate limit");
      if (late) throw new BackupError(`${line} was not sent: ${late}`);
    }
  }

  private send(
    request: Pick<Request, "method" | "url" | "body">,
    credentials: Record<string, string>,
  ): Promise<Outcome> {
    const plain = { accept: "application/json", "content-type": "application/json", "user-agent": AGENT };
    const own = this.context.settings.number("requestTimeoutSeconds") * 1000;
    const timeoutMilliseconds = Math.min(own, Math.max(this.context.deadline.left, LAST_MILLISECONDS));
    return send({ ...request, headers: { ...plain, ...credentials }, timeoutMilliseconds, ...this.service.tls });
  }

  private isThrottled(status: number, body: string): boolean {
    return this.service.isThrottled?.(status, body) ?? status === 429;
  }

  /** Returns the path for messages, without secrets. */
  private shown(path: string, values: Record<string, string | number>): string {
    const { secrets } = this.context;
    return path.replace(/\{(\w+)\}/g, (_, name: string) => (secrets.has(name) ? "[secret]" : `${values[name]}`));
  }
}

/** Ends the request with its last error and why there is no time for another attempt. A wait ends with that, too. */
function endFor<T>(late: string, end: () => T): T {
  try {
    return end();
  } catch (error) {
    throw new BackupError(`${(error as Error).message}. ${late}`);
  }
}
