import type { Consents } from "../plan/losses";

/** What this process was shown of a resource, and did for it. */
export interface Remembered {
  /** The name in the stored inputs. */
  storedName?: unknown;
  /** The vendor's id in the stored outputs. */
  storedId?: string;
  /**
   * The same, of a resource that stays: one that was taken over by its own replacement, and stands in the state a
   * second time to be deleted, goes by the same id.
   */
  kept?: string;
  /** The id that `create` returned, also of what is unfinished, and what was agreed to then. */
  created?: { id: string; allow: Consents | undefined };
}

const byOwner = new Map<string, Remembered>();

export function remembered(owner: string): Remembered {
  let resource = byOwner.get(owner);
  if (!resource) {
    resource = {};
    byOwner.set(owner, resource);
  }
  return resource;
}
