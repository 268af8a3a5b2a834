import * as z from "zod";
import type { Common, Rule } from "../../../core/kind/definition";
import { numberFrom } from "../../../core/kind/fields";
import { instanceId } from "../schema";

/** The automated policy of an instance. Sources: the services' pages on setting an automated backup policy. */
export interface Policy extends Common {
  instanceId: string;
  keepDays: number;
  startTime?: string;
  period?: number[];
}

/** The values that the service stores. */
export type PolicyValues = Pick<Policy, "keepDays" | "startTime" | "period">;

/** The limits that differ between the services. */
export interface PolicyLimits {
  /** The least and the most days; 0 turns it off. */
  keepDays: readonly [least: 0 | 1, most: number];
  /** The minutes at which a window may begin. */
  minutes: readonly string[];
  /** A retention of fewer days wants a backup on every day. */
  everyDayBelow: number;
}

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

/** Returns whether the service lets a policy be turned off. */
export function canBeOff({ keepDays: [least] }: PolicyLimits): boolean {
  return least === 0;
}

export function policyFields(limits: PolicyLimits) {
  const [least, most] = limits.keepDays;
  const [startTime, period] = [windowField(limits), periodField()];
  const off = canBeOff(limits);
  return {
    instanceId,
    keepDays: numberFrom(least, most, `must be a whole number from ${off ? "0 (off)" : least} to ${most}`),
    startTime: off ? startTime.optional() : startTime,
    period: off ? period.optional() : period,
  };
}

function windowField({ minutes }: PolicyLimits) {
  const rule = `must be one hour in UTC, hh:mm-HH:MM, beginning at minute ${minutes.join(", ")}: "01:00-02:00", "23:00-00:00"`;
  return z
    .string()
    .refine((value) => isWindow(value, minutes))
    .meta({ rule });
}

function periodField() {
  return z
    .array(numberFrom(1, 7))
    .min(1)
    .transform((period) => [...new Set(period)].sort())
    .meta({ rule: "must be a list of days of the week, 1 (Monday) to 7 (Sunday), at least one" });
}

/** Returns the rules of window and days. A policy that cannot be off always has both. */
export function policyRules({ everyDayBelow }: PolicyLimits): readonly Rule<Policy>[] {
  return [
    [
      "startTime",
      (a) => a.keepDays > 0 && a.startTime === undefined && "is required when keepDays is above 0: hh:mm-HH:MM, UTC",
    ],
    [
      "period",
      (a) =>
        a.keepDays > 0 && a.period === undefined && "is required when keepDays is above 0: days of the week, 1 to 7",
    ],
    [
      "period",
      (a) =>
        a.keepDays >= 1 &&
        a.keepDays < everyDayBelow &&
        a.period !== undefined &&
        a.period.length < EVERY_DAY.length &&
        `must be all seven days, [1, 2, 3, 4, 5, 6, 7], when keepDays is 1 to ${everyDayBelow - 1}`,
    ],
  ];
}

function isWindow(value: string, minutes: readonly string[]): boolean {
  const [, from, minute, to, lastMinute] = /^([01]\d|2[0-3]):(\d\d)-([01]\d|2[0-3]):(\d\d)$/.exec(value) ?? [];
  if (from === undefined || minute !== lastMinute || !minutes.includes(minute as string)) return false;
  return Number(to) === (Number(from) + 1) % 24;
}
