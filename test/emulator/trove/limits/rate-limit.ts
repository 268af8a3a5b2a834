import { refusals } from "../refusals";
import type { TroveWorld } from "../settings";
import { LeakyBucket } from "./leaky-bucket";

/** Stands for "off". */
const boundless = 100_000;

/** The bucket of a project for one verb; a changed limit starts a new one. */
export function bucketOf({ store, settings }: TroveWorld, projectId: string, verb: string): LeakyBucket {
  const limit = settings.rateLimitPerMinute || boundless;
  const key = `${projectId} ${verb}`;
  const known = store.buckets.get(key);
  if (known?.limit === limit) return known;
  const bucket = new LeakyBucket(limit);
  store.buckets.set(key, bucket);
  return bucket;
}

/** 413, told from an exceeded quota by Retry-After alone. */
export function limitRate(world: TroveWorld, projectId: string, verb: string): void {
  const bucket = bucketOf(world, projectId, verb);
  const wait = bucket.take(world.clock.now());
  if (wait > 0) throw refusals.overRate(verb, bucket.limit, Math.ceil(wait));
}
