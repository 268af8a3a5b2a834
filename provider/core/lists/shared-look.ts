import type { Run } from "../run/run";
import { SharedList } from "./shared-list";
import { type Freshness, LATELY_MILLISECONDS } from "./shared-rows";

/** Returns an answer that all resources of a run share under this name. */
export function sharedLook<T>(run: Run, name: string, freshness: Freshness, look: () => Promise<T>): Promise<T> {
  const list = run.of(name, () => new SharedList<T>());
  return list.look(freshness === "now" ? 0 : LATELY_MILLISECONDS, look);
}
