import { randomBytes } from "node:crypto";

/** Returns a resource id for a thing whose own id the service has not shown yet. */
export function unseenId(): string {
  return `unseen-${randomBytes(4).toString("hex")}`;
}
