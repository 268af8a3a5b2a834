import { releaseQuota } from "../limits/quota";
import { refusals } from "../refusals";
import { isModern, type TroveWorld } from "../settings";
import { type Backup, isRunning } from "../store";
import { checkSwift } from "./swift";

/** The task manager's part, later: the backup is gone even when its object can't be deleted. */
function finish(world: TroveWorld, backup: Backup): void {
  const { store, settings } = world;
  if (!store.backups.has(backup.id)) return;
  if (backup.location !== null && world.fails("delete")) {
    store.leftObjects.push(backup.location);
    backup.status = "DELETE_FAILED";
    if (settings.flavour === "rackspace") return;
  }
  store.backups.delete(backup.id);
}

/** Descendants first. A running one refuses the call, but those deleted before it stay deleted. */
export function deleteBackup(world: TroveWorld, backup: Backup): void {
  const { store, settings, clock } = world;
  for (const child of store.backups.values()) if (child.parentId === backup.id) deleteBackup(world, child);
  if (isRunning(backup)) {
    if (isModern(settings)) throw refusals.internal();
    throw refusals.unprocessable(`Backup ${backup.id} cannot be deleted because it is running.`);
  }
  if (backup.storageDriver === "swift") checkSwift(world, backup.projectId);
  releaseQuota(world, backup.projectId);
  clock.after(settings.deleteSeconds, () => finish(world, backup));
}
