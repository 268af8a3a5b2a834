import type { TroveWorld } from "../settings";
import type { Backup } from "../store";

const size = 0.14;

function placeOf({ settings }: TroveWorld, { id, projectId, container }: Backup): string {
  const [root, ownContainer] =
    settings.flavour === "trove"
      ? [`http://127.0.0.1:1/v1/AUTH_${projectId}`, "database_backups"]
      : [`https://snet-storage101.ord1.clouddrive.com/v1/MossoCloudFS_${projectId}`, "z_CLOUDDB_BACKUPS"];
  return `${root}/${container ?? ownContainer}/${id}.xbstream.gz`;
}

/** Puts the reports of the instance's guest agent on the clock. */
export function startRun(world: TroveWorld, backup: Backup): void {
  const { clock, settings } = world;
  if (world.fails("silent") || settings.guestSilent) return;
  const willFail = world.fails("backup") || backup.name.includes("FAIL");
  const location = placeOf(world, backup);
  const report = (seconds: number, change: Partial<Backup>) =>
    clock.after(seconds, () => Object.assign(backup, change, { updatedAt: clock.now() }));
  report(settings.buildSeconds / 4, { status: "BUILDING", size });
  report(settings.buildSeconds, willFail ? { status: "FAILED" } : { status: "COMPLETED", location });
  if (willFail) clock.after(settings.buildSeconds, () => tellFault(world, backup));
}

/** The instance holds why its last backup failed: "Troubleshooting" of Trove's guide on backups. */
function tellFault({ store, settings, clock }: TroveWorld, { id, instanceId }: Backup): void {
  const instance = store.instances.get(instanceId ?? "");
  const message = `Failed to create backup ${id}, error: ${settings.failReason}`;
  if (instance) instance.fault = { message, createdAt: clock.now() };
}
