import { DateTime } from "luxon";

/** Returns a vendor's time as ISO 8601 in UTC. A time without a zone counts as UTC. */
export function utcTime(time: string | null | undefined): string | undefined {
  if (!time) return undefined;
  const parsed = DateTime.fromISO(time.replace(" ", "T"), { zone: "utc" });
  return parsed.isValid ? (parsed.toISO({ suppressMilliseconds: true }) ?? undefined) : undefined;
}

/** Returns a vendor's time in milliseconds since 1970; NaN where there is none. */
export function millisecondsOf(time: string | null | undefined): number {
  return Date.parse(utcTime(time) ?? "");
}
