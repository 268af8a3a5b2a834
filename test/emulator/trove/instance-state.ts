import { refusals } from "./refusals";
import type { TroveWorld } from "./settings";
import { type Instance, isRunning } from "./store";

export function instanceOf({ store }: TroveWorld, projectId: string, id: string): Instance {
  const instance = store.instances.get(id);
  if (!instance?.projectIds.includes(projectId)) throw refusals.noResource(id);
  return instance;
}

export function isBackedUp({ store }: TroveWorld, { id }: Instance): boolean {
  return [...store.backups.values()].some((backup) => backup.instanceId === id && isRunning(backup));
}

/** Whether a backup runs that excludes another one. */
export function isBusy(world: TroveWorld, instance: Instance, projectId: string): boolean {
  const { flavour, busyScope } = world.settings;
  const scope = busyScope === "by-flavour" ? { trove: "instance", rackspace: "account" }[flavour] : busyScope;
  if (scope === "instance") return isBackedUp(world, instance);
  return [...world.store.backups.values()].some((backup) => backup.projectId === projectId && isRunning(backup));
}

export function refuseUnready({ settings }: TroveWorld, { id, serverStatus }: Instance, isBusy: boolean): void {
  const own = settings.instanceStatus[id] ?? serverStatus;
  if (own === "ACTIVE" && !isBusy) return;
  const status = own === "ACTIVE" ? "BACKUP" : own;
  throw refusals.unprocessable(
    `Instance ${id} is not currently available for an action to be performed (instance status was ${status}).`,
  );
}
