import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { instanceOf, isBusy, refuseUnready } from "../instance-state";
import { releaseQuota, takeQuota } from "../limits/quota";
import { refusals } from "../refusals";
import { datastore } from "../seed";
import type { TroveWorld } from "../settings";
import { type Backup, backupsOf } from "../store";
import { isShellSafe } from "../words/python-text";
import { startRun } from "./run";
import { containerOf } from "./strategies";
import { checkSwift } from "./swift";

export interface BackupRequest {
  readonly name: string;
  readonly instance?: string;
  readonly description?: string;
  readonly parent_id?: string;
  readonly incremental?: 0 | 1;
  readonly swift_container?: string;
  readonly storage_driver?: string;
  readonly restore_from?: { remote_location: string; local_datastore_version_id: string; size: number };
}

type Origin = Pick<Backup, "instanceId" | "parentId" | "container" | "isIncremental" | "status" | "size" | "location">;

const driverOf = ({ storage_driver }: BackupRequest) => storage_driver || "swift";

/** Registers what another region's Trove stored: no instance, no run. */
function registered({ settings }: TroveWorld, wish: BackupRequest): Origin {
  const { remote_location: location, local_datastore_version_id: version, size } = wish.restore_from!;
  if (version !== datastore.versionId) {
    throw refusals.badRequest(`Datastore version '${version}' cannot be found.`);
  }
  if (settings.swift !== "ok" || location.includes("missing")) {
    throw refusals.badRequest(`Failed to restore backup from ${location}`);
  }
  const parentId = wish.parent_id ?? null;
  return { instanceId: null, parentId, container: null, isIncremental: false, status: "RESTORED", size, location };
}

/** The one that is named, in whatever state and of whatever instance; else, if asked for, the newest good one. */
function parentOf({ store, settings }: TroveWorld, projectId: string, wish: BackupRequest): string | null {
  if (wish.parent_id) {
    const parent = store.backups.get(wish.parent_id);
    if (parent?.projectId !== projectId) throw refusals.noResource(wish.parent_id);
    return parent.id;
  }
  if (!wish.incremental) return null;
  const newest = backupsOf(store, (one) => one.projectId === projectId && one.instanceId === wish.instance);
  return newest.slice(0, settings.pageSize).find(({ status }) => status === "COMPLETED")?.id ?? null;
}

async function started(world: TroveWorld, projectId: string, wish: BackupRequest): Promise<Origin> {
  if (!wish.instance) throw refusals.badRequest("instance is missing.");
  const instance = instanceOf(world, projectId, wish.instance);
  refuseUnready(world, instance, isBusy(world, instance, projectId));
  const { createGapSeconds } = world.settings;
  if (createGapSeconds > 0) await delay(createGapSeconds * 1000);
  if (driverOf(wish) === "swift") checkSwift(world, projectId);
  const parentId = parentOf(world, projectId, wish);
  const container = wish.swift_container ?? containerOf(world, projectId, instance.id);
  const isIncremental = parentId !== null;
  return { instanceId: instance.id, parentId, container, isIncremental, status: "NEW", size: null, location: null };
}

/** The refusals come in Trove's own order. */
export async function createBackup(world: TroveWorld, projectId: string, wish: BackupRequest): Promise<Backup> {
  if (wish.swift_container && !isShellSafe(wish.swift_container)) {
    throw refusals.badRequest(`The value is not allowed: ${wish.swift_container}.`);
  }
  const origin = wish.restore_from ? registered(world, wish) : await started(world, projectId, wish);
  takeQuota(world, projectId);
  const now = world.clock.now();
  const backup: Backup = {
    id: randomUUID(),
    name: wish.name,
    description: wish.description ?? null,
    projectId,
    storageDriver: driverOf(wish),
    isAutomated: world.settings.automatedBackups,
    createdAt: now,
    updatedAt: now,
    ...origin,
  };
  world.store.backups.set(backup.id, backup);
  if (wish.restore_from) return backup;
  if (world.fails("cast")) {
    releaseQuota(world, projectId);
    throw refusals.internal();
  }
  startRun(world, backup);
  return backup;
}
