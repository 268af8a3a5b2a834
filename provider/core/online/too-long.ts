import { doubtful, type Finding } from "../kind/online";

/** Returns a finding where a quota leaves no room for a rotation, which has one recovery point more for a while. */
export function tooLong(listed: number, most: number): Finding | undefined {
  if (listed === 0 || listed + 1 <= most) return undefined;
  return doubtful(
    `keepLast of this program's resources comes to ${listed} backups, and one more while one is replaced; the project may have ${most}`,
    "write a smaller keepLast, or have the quota raised",
  );
}
