import { DateTime } from "luxon";

/** As Trove writes a time: UTC, to the second, without a zone. */
export function timestamp(time: number): string {
  return DateTime.fromMillis(time, { zone: "utc" }).toFormat("yyyy-MM-dd'T'HH:mm:ss");
}
