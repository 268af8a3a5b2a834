import pLimit from "p-limit";
import type { Run } from "../run/run";

/** Runs the acts of one key one after the other, in the order of the calls. Calls `onWait` where one has to wait. */
export function serial<T>(run: Run, key: string, act: () => Promise<T>, onWait?: () => void): Promise<T> {
  const queue = run.of(`queue ${key}`, () => pLimit(1));
  if (queue.activeCount + queue.pendingCount > 0) onWait?.();
  return queue(act);
}
