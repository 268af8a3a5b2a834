import { z } from "zod";

export const faults = [
  "reset-before",
  "reset-after",
  "close-after",
  "error-500",
  "unavailable-503",
  "bad-gateway-502",
  "gateway-timeout-504",
  "too-many-429",
  "truncated",
  "unauthorized-401",
  "hang",
] as const;
export type Fault = (typeof faults)[number];

const ruleSchema = z.strictObject({
  service: z.string().optional(),
  method: z.string().optional(),
  /** A prefix when it starts with a slash, else a regular expression. */
  path: z.string().optional(),
  nth: z.int().min(1).default(1),
  times: z.int().min(1).default(1),
  fault: z.enum(faults),
});
type FaultRule = z.infer<typeof ruleSchema>;

interface Armed {
  readonly rule: FaultRule;
  readonly matchesPath: (path: string) => boolean;
  seen: number;
}

function pathTest(path: string | undefined): (path: string) => boolean {
  if (path === undefined) return () => true;
  if (path.startsWith("/")) return (actual) => actual.startsWith(path);
  const expression = new RegExp(path);
  return (actual) => expression.test(actual);
}

/** The faults that tests asked for, and how far each has come. */
export class FaultBook {
  private armed: Armed[] = [];

  add(rules: unknown): void {
    const parsed = z.array(ruleSchema).parse(Array.isArray(rules) ? rules : [rules]);
    this.armed.push(...parsed.map((rule) => ({ rule, matchesPath: pathTest(rule.path), seen: 0 })));
  }

  list(): unknown[] {
    return this.armed.map(({ rule, seen }) => ({ ...rule, seen }));
  }

  clear(): void {
    this.armed = [];
  }

  /** Every rule counts each request that it matches; of those that strike, the first one added does. */
  strike(service: string, method: string, path: string): Fault | undefined {
    let struck: Fault | undefined;
    for (const armed of this.armed) {
      const { rule } = armed;
      if (rule.service !== undefined && rule.service !== service) continue;
      if (rule.method !== undefined && rule.method.toUpperCase() !== method) continue;
      if (!armed.matchesPath(path)) continue;
      armed.seen++;
      if (armed.seen >= rule.nth && armed.seen < rule.nth + rule.times) struck ??= rule.fault;
    }
    return struck;
  }
}
