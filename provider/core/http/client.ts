import { withoutLogin } from "../configuration/forms";
import type { Going } from "../doubt/carry-out";
import { BackupError } from "../ground/errors";
import type { Context } from "../kind/context";
import { Unreadable } from "../lists/unreadable";
import type { Endpoint } from "./endpoint";
import { fill, isAddress } from "./endpoint";
import { type Answer, judge } from "./judge";
import { Sender, type Sent } from "./sender";
import type { Service } from "./service";
import { retryAfter } from "./traffic";
import { type Step, Tries } from "./tries";

export interface Parameters<Name extends string> {
  path: Record<Name, string | number>;
  query?: Record<string, string | number>;
  json?: unknown;
  /** The callbacks for the steps of the request. */
  going?: Going | undefined;
}

/** The number of unreadable rows that warnings name. */
const MOST_UNREADABLE = 5;

/** Calls a service's endpoints. It repeats a read where that can help, and a write only where the service surely did nothing. */
export class Client {
  private readonly sender: Sender;

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
    this.sender = new Sender(service, context);
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
    return this.sender.traffic.now;
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
    const { going } = parameters;
    const line = `${this.service.name}: ${to.verb} ${this.shown(to.path, parameters.path)}`;
    const request = this.request(to, parameters);
    const tries = new Tries(this.service, to);
    for (;;) {
      const sent = await this.sender.send({ request, line, safe: to.safe, going });
      const end = () => judge(this.service, to, sent.outcome, line, this.context.redactor);
      const step = tries.after(sent.outcome, this.context.deadline.passed);
      this.learn(sent, step);
      if (step.is === "end") return end();
      if (step.isUndone) going?.notAccepted();
      if (step.is === "log in") await this.service.renew?.(sent.used);
      if (step.is !== "pause") continue;
      const late = await this.sender.wait(step.milliseconds, step.asked);
      if (late) return endFor(late, end);
    }
  }

  private request<Name extends string>(to: Endpoint<unknown, Name>, { path, query = {}, json }: Parameters<Name>) {
    const search = new URLSearchParams(
      Object.entries(query).map(([key, value]): [string, string] => [key, `${value}`]),
    );
    return {
      method: to.verb,
      url: `${this.service.url}${fill(to.path, path)}${search.size > 0 ? `?${search}` : ""}`,
      body: json === undefined ? undefined : JSON.stringify(json),
    };
  }

  /** Learns from an answer how many requests the service wants, and its time. */
  private learn({ outcome, at }: Sent, step: Step): void {
    if (outcome.kind !== "answered") return;
    const { traffic } = this.sender;
    if (step.is === "throttled") traffic.refused(at, retryAfter(outcome.headers));
    else traffic.accepted(at, outcome.headers.date);
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
