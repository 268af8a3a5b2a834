import type { Socket } from "node:net";
import type { Exchange } from "./exchange";
import type { Fault } from "./fault";
import type { Twist } from "./twists/twist";

/** Writes whatever it likes, instead of the service. */
export type Answer = (socket: Socket, exchange: Exchange) => void;

/** Which requests are struck, by what. */
export interface Rule {
  service?: string;
  method?: string;
  path?: RegExp;
  /** In the path or the body. */
  text?: RegExp;
  /** The first match that is struck. @default 1 */
  nth?: number;
  /** How many matches from there on. @default 1 */
  times?: number;
  fault: Fault | Answer | Twist;
}

/** The rules of a run, and how often each was met. */
export class Rules {
  private armed: { rule: Rule; seen: number }[] = [];

  add(...rules: readonly Rule[]): void {
    this.armed.push(...rules.map((rule) => ({ rule, seen: 0 })));
  }

  clear(): void {
    this.armed = [];
  }

  /** Those that have not struck as often as they are to. */
  get waiting(): Rule[] {
    return this.armed
      .filter(({ rule, seen }) => seen < (rule.nth ?? 1) + (rule.times ?? 1) - 1)
      .map(({ rule }) => rule);
  }

  /** Every rule counts each request that it matches; of those that strike, the first one does. */
  strike(exchange: Exchange): Rule["fault"] | undefined {
    let struck: Rule["fault"] | undefined;
    for (const armed of this.armed) {
      if (!matches(armed.rule, exchange)) continue;
      armed.seen++;
      const { nth = 1, times = 1, fault } = armed.rule;
      if (armed.seen >= nth && armed.seen < nth + times) struck ??= fault;
    }
    return struck;
  }
}

export function matches({ service, method, path, text }: Omit<Rule, "fault">, exchange: Exchange): boolean {
  return (
    (service === undefined || service === exchange.service) &&
    (method === undefined || method === exchange.method) &&
    (path === undefined || path.test(exchange.path)) &&
    (text === undefined || text.test(`${exchange.path} ${exchange.body}`))
  );
}
