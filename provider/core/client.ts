import type { Context } from "./context";
import type { Endpoint } from "./endpoint";
import { fill } from "./endpoint";
import { BackupError } from "./errors";
import { type Outcome, type Request, send } from "./http";
import { type Answer, judge, parse } from "./judge";
import { insistOnEngine } from "./pulumi-engine";
import type { Service } from "./service";
import { retryAfter, type Traffic, trafficTo } from "./traffic";

export interface Parameters<Name extends string> {
  path: Record<Name, string | number>;
  query?: Record<string, string | number>;
  json?: unknown;
}

interface Sent {
  outcome: Outcome;
  /** What the service was given as credentials. */
  used: Record<string, string>;
}

interface Tries {
  renewed: boolean;
  throttled: number;
  failed: number;
}

const READ_TRIES = 4;

/** What a request that begins within the deadline has at least: one that is cut off would only leave a doubt. */
const LAST_MILLISECONDS = 5_000;

/** How long an engine that was seen to live is taken to live on, where nothing is written. */
const READING_MILLISECONDS = 5_000;

const AGENT = "pulumi-backup-plans";

/** Calls a service's endpoints. A read is repeated where that can help; a write never is, unless it was not taken. */
export class Client {
  private readonly traffic: Traffic;

  constructor(
    private readonly service: Service,
    private readonly context: Context,
  ) {
    if (!URL.canParse(service.url)) {
      throw new BackupError(
        `${service.name}: "${service.url}" is no address (from ${service.addressFrom}); it is written https://…`,
      );
    }
    this.traffic = trafficTo(new URL(service.url).origin, context.settings.number("concurrency", 8));
  }

  /** Where the service is. */
  get address(): string {
    return this.service.url;
  }

  async call<Reply, Name extends string>(to: Endpoint<Reply, Name>, parameters: Parameters<Name>): Promise<Reply> {
    return (await this.ask(to, parameters)).body;
  }

  /** The answer with its headers. */
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
    const tries = { renewed: false, throttled: 0, failed: 0 };
    for (;;) {
      const request = { method: to.verb, url, body };
      const { outcome, used } = await this.traffic.limit(() => this.sendWhenWanted(request, to.safe, line));
      if (outcome.kind === "answered" && outcome.status === 401 && this.service.renew && !tries.renewed) {
        tries.renewed = true;
        await this.service.renew(used);
        continue;
      }
      const again = this.waitBeforeRepeating(to, outcome, tries);
      if (again === undefined) return judge(this.service, to, outcome, line, this.context.redactor);
      await this.context.deadline.pause(again);
    }
  }

  private async sendWhenWanted(
    request: Pick<Request, "method" | "url" | "body">,
    safe: boolean,
    line: string,
  ): Promise<Sent> {
    for (let wait = this.wait(); wait > 0; wait = this.wait()) {
      if (wait > this.context.deadline.left) throw new BackupError(`${line}: no time left to wait for the rate limit`);
      this.context.log.progress(`${this.service.name} asks to wait ${Math.ceil(wait / 1000)} s (rate limit)`);
      await this.context.deadline.pause(wait);
    }
    this.context.deadline.insist();
    const used = await this.service.headers(request);
    await insistOnEngine(safe ? READING_MILLISECONDS : 0);
    const headers = { accept: "application/json", "content-type": "application/json", "user-agent": AGENT, ...used };
    const own = this.context.settings.number("requestTimeoutSeconds", 30) * 1000;
    const timeoutMilliseconds = Math.min(own, Math.max(this.context.deadline.left, LAST_MILLISECONDS));
    return { used, outcome: await send({ ...request, headers, timeoutMilliseconds, ...this.service.tls }) };
  }

  private wait(): number {
    return this.traffic.pausedUntil - Date.now();
  }

  /** How long to wait before sending again, or nothing when the outcome stands. */
  private waitBeforeRepeating(to: Endpoint<unknown>, outcome: Outcome, tries: Tries): number | undefined {
    if (this.context.deadline.passed) return undefined;
    const after = outcome.kind === "answered" ? retryAfter(outcome.headers["retry-after"]) : undefined;
    if (outcome.kind === "answered" && isThrottled(outcome.status, outcome.body)) {
      const pause = after ?? backoff(tries.throttled++);
      this.traffic.pausedUntil = Math.max(this.traffic.pausedUntil, Date.now() + pause);
      return 0;
    }
    const isFinal =
      outcome.kind === "answered" &&
      (outcome.status < 500 || this.service.isRefusal(outcome.status, parse(outcome.body)));
    const mayRepeat = to.safe || outcome.kind === "not sent";
    if (isFinal || !mayRepeat || tries.failed + 1 >= READ_TRIES) return undefined;
    tries.failed += 1;
    return after ?? backoff(tries.failed - 1);
  }

  /** The path for a person, without what the program marked secret. */
  private shown(path: string, values: Record<string, string | number>): string {
    const open = Object.entries(values).map(([name, value]) => [
      name,
      this.context.secrets.has(name) ? "[secret]" : value,
    ]);
    return decodeURIComponent(fill(path, Object.fromEntries(open)));
  }
}

function backoff(before: number): number {
  return Math.min(30_000, 500 * 2 ** before);
}

/** Not taken for being too many. Trove says 413 of that, and of a quota that is used up, which no waiting mends. */
function isThrottled(status: number, body: string): boolean {
  return status === 429 || (status === 413 && !/quota/i.test(body));
}
