import pLimit, { type LimitFunction } from "p-limit";

const queues = new Map<string, LimitFunction>();

/** Runs what shares a key one after the other, in the order of the calls; `onWait` is called where it has to wait. */
export function serial<T>(key: string, act: () => Promise<T>, onWait?: () => void): Promise<T> {
  let queue = queues.get(key);
  if (!queue) {
    queue = pLimit(1);
    queues.set(key, queue);
  }
  if (queue.activeCount + queue.pendingCount > 0) onWait?.();
  return queue(act);
}
