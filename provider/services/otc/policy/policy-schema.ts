import { z } from "zod";
import type { Common, Rule } from "../../../core/kind/definition";
import { instanceField } from "../schema";

/** An instance's automated policy. Sources: the services' pages on setting an automated backup policy. */
export interface Policy extends Common {
  instanceId: string;
  keepDays: number;
  startTime?: string;
  period?: number[];
}

/** The values of a policy that the service stores. */
export type PolicyValues = Pick<Policy, "keepDays" | "startTime" | "period">;

/** Where the two services differ. */
export interface PolicyLimits {
  keepDays: number;
  /** At which minutes a window may begin. */
  minutes: readonly string[];
}

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

export function policyFields({ keepDays, minutes }: PolicyLimits) {
  const days = (value: unknown) => (typeof value === "string" && /^\d+$/.test(value) ? Number(value) : value);
  const whole = z.int().min(0).max(keepDays);
  const window = `must be one hour in UTC, hh:mm-HH:MM, beginning at minute ${minutes.join(", ")}: "01:00-02:00", "23:00-00:00"`;
  const sorted = (period: number[]) => [...new Set(period)].sort();
  return {
    instanceId: instanceField(),
    keepDays: z.preprocess(days, whole).meta({ rule: `must be a whole number from 0 (off) to ${keepDays}` }),
    startTime: z
      .string()
      .refine((value) => isWindow(value, minutes))
      .meta({ rule: window })
      .optional(),
    period: z
      .array(z.preprocess(days, z.int().min(1).max(7)))
      .min(1)
      .transform(sorted)
      .meta({ rule: "must be a list of days of the week, 1 (Monday) to 7 (Sunday), at least one" })
      .optional(),
  };
}

export const policyRules: readonly Rule<Policy>[] = [
  [
    "startTime",
    (a) => a.keepDays > 0 && a.startTime === undefined && "is required when keepDays is above 0: hh:mm-HH:MM, UTC",
  ],
  [
    "period",
    (a) => a.keepDays > 0 && a.period === undefined && "is required when keepDays is above 0: days of the week, 1 to 7",
  ],
  [
    "period",
    (a) =>
      a.keepDays >= 1 &&
      a.keepDays <= 6 &&
      a.period !== undefined &&
      a.period.length < EVERY_DAY.length &&
      "must be all seven days, [1, 2, 3, 4, 5, 6, 7], when keepDays is 1 to 6",
  ],
];

function isWindow(value: string, minutes: readonly string[]): boolean {
  const [, from, minute, to, lastMinute] = /^([01]\d|2[0-3]):(\d\d)-([01]\d|2[0-3]):(\d\d)$/.exec(value) ?? [];
  if (from === undefined || minute !== lastMinute || !minutes.includes(minute as string)) return false;
  return Number(to) === (Number(from) + 1) % 24;
}
