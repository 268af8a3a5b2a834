import { refusals } from "../refusals";
import type { TroveWorld } from "../settings";

/** Final, unlike the rate limit with the same status. */
export function takeQuota({ store, settings }: TroveWorld, projectId: string): void {
  const used = store.used.get(projectId) ?? 0;
  if (settings.maxBackups >= 0 && used >= settings.maxBackups) throw refusals.overQuota();
  store.used.set(projectId, used + 1);
}

export function releaseQuota({ store }: TroveWorld, projectId: string): void {
  store.used.set(projectId, Math.max(0, (store.used.get(projectId) ?? 0) - 1));
}
