import { z } from "zod";
import { refusal } from "../errors";
import type { OtcWorld } from "../settings";
import type { Policy } from "../store";

const bodySchema = z.object({
  backup_policy: z.object({
    keep_days: z.union([z.int(), z.string()]).optional(),
    start_time: z.string().nullish(),
    period: z.string().nullish(),
  }),
});
type Given = z.infer<typeof bodySchema>["backup_policy"];

const everyDay = [1, 2, 3, 4, 5, 6, 7];

function keepDaysOf({ store }: OtcWorld, { keep_days }: Given): number {
  const days = typeof keep_days === "string" && /^\d+$/.test(keep_days) ? Number(keep_days) : keep_days;
  const [least, most] = store.dialect.keepDays;
  if (typeof days !== "number" || days < least || days > most) {
    throw refusal(store.dialect.keepDaysCode);
  }
  return days;
}

/** One hour from hh:mm, which may end at midnight. */
function startTimeOf({ store, settings }: OtcWorld, { start_time }: Given): string {
  const [, hour, minute, endHour, endMinute] = /^(\d\d):(\d\d)-(\d\d):(\d\d)$/.exec(start_time ?? "") ?? [];
  const isHour = Number(hour) < 24 && Number(endHour) === (Number(hour) + 1) % 24;
  const isMinute = minute === endMinute && store.dialect.minutes[settings.flavour].includes(minute ?? "");
  if (!isHour || !isMinute) throw refusal(store.dialect.windowCode);
  return start_time!;
}

function periodOf({ store }: OtcWorld, { period }: Given, keepDays: number): number[] {
  if (!period) throw refusal(store.dialect.missingPeriodCode);
  const { wrongPeriodCode, shortPeriodCode, everyDayBelow } = store.dialect;
  if (!/^[1-7](,[1-7]){0,6}$/.test(period)) throw refusal(wrongPeriodCode);
  const days = [...new Set(period.split(",").map(Number))].sort();
  if (days.length !== period.split(",").length) throw refusal(wrongPeriodCode);
  if (keepDays < everyDayBelow && days.length < everyDay.length) throw refusal(shortPeriodCode);
  return days;
}

/** The body of a PUT of the policy. */
export function readPolicy(world: OtcWorld, body: unknown): Policy {
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success) throw refusal("DBS.200001");
  const given = parsed.data.backup_policy;
  const keepDays = keepDaysOf(world, given);
  if (keepDays === 0) {
    if (world.settings.strictWhenOff && given.start_time) throw refusal("DBS.280216");
    if (world.settings.strictWhenOff && given.period) throw refusal("DBS.280215");
    return { keepDays: 0, startTime: "", period: [] };
  }
  return { keepDays, startTime: startTimeOf(world, given), period: periodOf(world, given, keepDays) };
}

export const defaultPolicy: Policy = { keepDays: 7, startTime: "01:00-02:00", period: everyDay };
