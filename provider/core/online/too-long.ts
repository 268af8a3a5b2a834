import { doubtful, type Finding } from "../kind/online";

/** What a quota means to lists that are not full yet: while one rotates it has one recovery point more. */
export function tooLong(listed: number, most: number): Finding | undefined {
  if (listed === 0 || listed + 1 <= most) return undefined;
  return doubtful(
    `keepLast of this program's resources comes to ${listed} backups, and one more while one is replaced; the project may have ${most}`,
    "write a smaller keepLast, or have the quota raised",
  );
}
