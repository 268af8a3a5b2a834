import type { Context } from "./context";
import type { Endpoint } from "./endpoint";
import { fill } from "./endpoint";
import { BackupError, DoubtfulError, ServiceError } from "./errors";
import { type Outcome, type Request, send } from "./http";
import { insistOnEngine } from "./pulumi-engine";
import { retryAfter, type Traffic, trafficTo } from "./traffic";

/** What is particular to a service's answers. */
export interface Service {
  /** As a person calls it. */
  readonly name: string;
  /** Where it is, without a slash at the end. */
  readonly url: string;
  headers(request: Pick<Request, "method" | "url" | "body">): Promise<Record<string, string>>;
  /** The vendor's own words in a refusal, its code, and what is known about it. */
  explain(status: number, body: unknown): { words?: string; code?: string; hint?: string };
  /** Whether an answer of 500 or more says plainly that nothing was done. */
  isRefusal(status: number, body: unknown): boolean;
  /** Gets new credentials after the ones used were not accepted. */
  renew?(used: Record<string, string>): Promise<void>;
  readonly tls?: Pick<Request, "certificateAuthority" | "insecure">;
}

export interface Parameters<Name extends string> {
  path: Record<Name, string | number>;
  query?: Record<string, string | number>;
  json?: unknown;
}

export interface Answer<Reply> {
  body: Reply;
  headers: Record<string, string | string[] | undefined>;
}

interface Sent {
  outcome: Outcome;
  /** What the service was given as credentials. */
  used: Record<string, string>;
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
      throw new BackupError(`${service.name}: "${service.url}" is no address; an endpoint is written https://…`);
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
    let renewed = false;
    for (let attempt = 1; ; attempt++) {
      const request = { method: to.verb, url, body };
      const { outcome, used } = await this.traffic.limit(() => this.sendWhenWanted(request, to.safe, line));
      if (outcome.kind === "answered" && outcome.status === 401 && this.service.renew && !renewed) {
        renewed = true;
        await this.service.renew(used);
        continue;
      }
      const again = this.waitBeforeRepeating(to, outcome, attempt);
      if (again === undefined) return this.judge(to, outcome, line);
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
  private waitBeforeRepeating(to: Endpoint<unknown>, outcome: Outcome, attempt: number): number | undefined {
    const backoff = Math.min(30_000, 500 * 2 ** (attempt - 1));
    if (this.context.deadline.passed) return undefined;
    if (outcome.kind === "answered") {
      const after = retryAfter(outcome.headers["retry-after"]);
      const notTaken = outcome.status === 429 || (outcome.status === 413 && after !== undefined);
      if (notTaken) {
        this.traffic.pausedUntil = Math.max(this.traffic.pausedUntil, Date.now() + (after ?? backoff));
        return 0;
      }
      if (outcome.status < 500 || this.service.isRefusal(outcome.status, parse(outcome.body))) return undefined;
      return to.safe && attempt < READ_TRIES ? (after ?? backoff) : undefined;
    }
    const safe = to.safe || outcome.kind === "not sent";
    return safe && attempt < READ_TRIES ? backoff : undefined;
  }

  private judge<Reply>(to: Endpoint<Reply>, outcome: Outcome, line: string): Answer<Reply> {
    const write = !to.safe;
    if (outcome.kind === "not sent") throw new BackupError(`${line} could not be sent: ${outcome.reason}`);
    if (outcome.kind === "doubtful") {
      if (write) throw new DoubtfulError(`${line} may or may not have been carried out: ${outcome.reason}`);
      throw new BackupError(`${line} failed: ${outcome.reason}`);
    }
    const { status, headers } = outcome;
    const body = parse(outcome.body);
    const id = headers["x-request-id"] ?? headers["x-openstack-request-id"] ?? headers["x-compute-request-id"];
    const request = id ? ` (request id ${id})` : "";
    if (status >= 300) {
      const { words, code, hint } = this.service.explain(status, body);
      const said =
        words ??
        (status < 400
          ? `a redirect to ${headers.location}, which is not followed`
          : excerpt(this.context.redactor.clean(outcome.body)));
      const message = `${line} was refused: ${said} (HTTP ${status}${code ? `, ${code}` : ""})${hint ? `. ${hint}` : ""}${request}`;
      if (status >= 500 && write && !this.service.isRefusal(status, body)) throw new DoubtfulError(message);
      throw new ServiceError(message, status, code, body);
    }
    const reply = to.reply.safeParse(body);
    if (reply.success) return { body: reply.data, headers };
    const where = reply.error.issues.map((issue) => `${issue.path.join(".") || "answer"}: ${issue.message}`).join("; ");
    const message = `${line} answered (HTTP ${status}) in a form that is not known: ${where}${request}`;
    throw write ? new DoubtfulError(message) : new BackupError(message);
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

function parse(body: string): unknown {
  if (body.trim() === "") return undefined;
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

function excerpt(body: string): string {
  const text = body
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  return text === "" ? "without a word" : text.slice(0, 200);
}
