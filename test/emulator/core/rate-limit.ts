import type { World } from "./service";

/** True when this request is one too many within the current minute. */
export function rateLimiter(world: World): () => boolean {
  let minute = Number.NaN;
  let used = 0;
  return () => {
    const limit = world.settings.rateLimitPerMinute;
    const current = Math.floor(world.clock.now() / 60_000);
    if (current !== minute) [minute, used] = [current, 0];
    used++;
    return limit > 0 && used > limit;
  };
}
