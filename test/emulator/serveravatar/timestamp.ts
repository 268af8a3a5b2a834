import { DateTime } from "luxon";

/** As in the vendor's examples: "2025-02-11 11:12:22". Not on the vendor's page: the zone; UTC is taken. */
export function timestamp(time: number): string {
  return DateTime.fromMillis(time, { zone: "utc" }).toFormat("yyyy-MM-dd HH:mm:ss");
}
