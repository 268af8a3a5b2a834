import { datastore } from "../seed";
import type { TroveWorld } from "../settings";
import type { Backup } from "../store";
import { timestamp } from "../timestamp";

function common(backup: Backup) {
  return {
    id: backup.id,
    name: backup.name,
    description: backup.description,
    locationRef: backup.location,
    instance_id: backup.instanceId,
    created: timestamp(backup.createdAt),
    updated: timestamp(backup.updatedAt),
    size: backup.size,
    status: backup.status,
    parent_id: backup.parentId,
  };
}

const datastoreView = { type: datastore.type, version: datastore.version, version_id: datastore.versionId };

/** The answer to a creation. */
export function createdView({ settings }: TroveWorld, backup: Backup) {
  const project = settings.flavour === "trove" && { project_id: backup.projectId };
  const driver = settings.showsStorageDriver && { storage_driver: backup.storageDriver };
  return { ...common(backup), ...project, ...driver, datastore: datastoreView };
}

/** A row of lists and the answer to GET: at Rackspace these have more than the answer to the creation. */
export function backupView(world: TroveWorld, backup: Backup) {
  const view = createdView(world, backup);
  if (world.settings.flavour === "trove") return view;
  return {
    ...view,
    created: `${view.created}Z`,
    updated: `${view.updated}Z`,
    is_automated: backup.isAutomated ? 1 : 0,
    flavor_ram: 1024,
    source: { type: "instance", id: backup.instanceId },
    type: backup.isIncremental ? "InnoBackupExIncremental" : "InnoBackupEx",
    volume_size: 1,
  };
}
