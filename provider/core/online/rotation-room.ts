import { doubtful, type Finding } from "../kind/online";

/** Returns a finding where a quota leaves no room for a rotation, which needs room for one more recovery point meanwhile. */
export function noRoomToRotate(listed: number, most: number): Finding | undefined {
  if (listed === 0 || listed + 1 <= most) return undefined;
  return doubtful(
    `the resources of this program keep up to ${listed} backups (keepLast), and one more during a rotation; the project may have ${most}`,
    "write a smaller keepLast, or have the quota raised",
  );
}
