import { randomBytes } from "node:crypto";

/** Returns a resource id for a thing whose own id the service has not shown yet. */
export function unseenId(): string {
  return `${UNSEEN}${randomBytes(4).toString("hex")}`;
}

export function isUnseen(id: string): boolean {
  return id.startsWith(UNSEEN);
}

const UNSEEN = "unseen-";
