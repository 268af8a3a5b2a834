import { refusal } from "../errors";
import type { OtcWorld } from "../settings";
import type { Backup, Instance } from "../store";

const namePattern = /^[A-Za-z][A-Za-z0-9_-]{3,63}$/;
const descriptionPattern = /^[^>!<"&'=\r\n]{0,256}$/;

export function requireName(name: unknown): string {
  if (typeof name !== "string" || !namePattern.test(name)) throw refusal("DBS.280277");
  return name;
}

export function requireDescription(description: unknown): string {
  if (typeof description !== "string" || !descriptionPattern.test(description)) throw refusal("DBS.280127");
  return description;
}

/** Names are unique in a project, among automated backups and those that are being deleted, too. */
export function requireFreeName({ store }: OtcWorld, projectId: string, name: string): void {
  const isTaken = ({ instance, name: taken }: Backup) => instance.projectId === projectId && taken === name;
  if ([...store.backups.values()].some(isTaken)) throw refusal("DBS.201201");
}

export function requireQuota({ store, settings }: OtcWorld, projectId: string): void {
  const { manualBackupQuota } = settings;
  if (manualBackupQuota === 0) return;
  const isCounted = ({ instance, type }: Backup) => instance.projectId === projectId && type === "Manual";
  // not on the vendor's page: how one backup too many is refused.
  if ([...store.backups.values()].filter(isCounted).length >= manualBackupQuota)
    throw refusal("DBS.280042", store.dialect.notAllowedStatus);
}

const busy = ({ settings }: OtcWorld) => refusal(settings.busyCode, settings.busyStatus ?? undefined);

/** Refuses while something is being done to the instance; a running backup alone only hinders another one. */
export function requireIdle(world: OtcWorld, instance: Instance, { evenOfBackups }: { evenOfBackups: boolean }): void {
  const { busyInstances, instanceStatus } = world.settings;
  const { ready } = world.store.dialect;
  const status = instanceStatus[instance.id] ?? ready;
  const isBusy = busyInstances[instance.id] !== undefined || status !== ready;
  if (isBusy || (evenOfBackups && instance.running)) throw busy(world);
  if (evenOfBackups && world.fails("busy")) throw busy(world);
}

/** Not on the vendor's page: deleting a backup that is not finished; refused like anything on a busy instance. */
export function requireFinished(world: OtcWorld, backup: Backup): void {
  if (backup.state === "building") throw busy(world);
}

export function requireSystem(world: OtcWorld): void {
  if (world.fails("systemBusy")) throw refusal("DBS.200998", world.store.dialect.systemBusyStatus);
}
