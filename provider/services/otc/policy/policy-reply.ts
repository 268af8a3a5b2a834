import * as z from "zod";
import type { PolicyValues } from "./policy-schema";

const days = z
  .int()
  .min(0)
  .or(
    z
      .string()
      .regex(/^\s*\d+\s*$/)
      .transform(Number),
  );

/** Days of the week, 1 (Monday) to 7; an empty text for none. */
const PERIOD = /^\s*([1-7](\s*,\s*[1-7])*)?\s*$/;

const policy = z
  .object({ keep_days: days, start_time: z.string().nullish(), period: z.string().nullish() })
  .refine(({ keep_days, period }) => keep_days === 0 || PERIOD.test(period ?? ""), {
    path: ["period"],
    error: "no list of days of the week, 1 to 7",
  });

/** The answer with a policy. Without `backup_policy` it is off. */
export const policyReply = z
  .looseObject({ backup_policy: policy.nullish() })
  // An answer without these fields is about something else, and must not count as "off".
  .refine((answer) => "backup_policy" in answer || Object.keys(answer).length === 0, {
    error: "neither a policy nor the empty answer of one that is off",
  });

export type PolicyReply = z.output<typeof policyReply>;

export function valuesOf({ backup_policy: there }: PolicyReply): PolicyValues {
  if (!there || there.keep_days === 0) return { keepDays: 0 };
  const days = [...(there.period ?? "").matchAll(/\d/g)].map(([day]) => Number(day));
  const period = days.length > 0 ? [...new Set(days)].sort() : undefined;
  return {
    keepDays: there.keep_days,
    ...(there.start_time && { startTime: there.start_time }),
    ...(period && { period }),
  };
}
