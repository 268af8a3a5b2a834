import pLimit, { type LimitFunction } from "p-limit";

const queues = new Map<string, LimitFunction>();

/** Runs what shares a key one after the other, in the order of the calls. */
export function serial<T>(key: string, act: () => Promise<T>): Promise<T> {
  let queue = queues.get(key);
  if (!queue) {
    queue = pLimit(1);
    queues.set(key, queue);
  }
  return queue(act);
}
