import { DateTime } from "luxon";

/** A vendor's time as ISO 8601 in UTC; one that carries no zone is taken as UTC. */
export function utcTime(time: string | null | undefined): string | undefined {
  if (!time) return undefined;
  const parsed = DateTime.fromISO(time.replace(" ", "T"), { zone: "utc" });
  return parsed.isValid ? (parsed.toISO({ suppressMilliseconds: true }) ?? undefined) : undefined;
}
