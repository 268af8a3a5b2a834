import { statusOf } from "../otc/backups/backups";
import { policyRow } from "../otc/policies/policy";
import type { OtcWorld } from "../otc/settings";
import type { Backup, Instance } from "../otc/store";
import { zonedTime, zonelessTime } from "../otc/timestamp";

const databasesOf = ({ databaseTables }: Backup) =>
  databaseTables.length > 0 && { databases: databaseTables.map(({ database_name: name }) => ({ name })) };

/** The answer of "Creating a Manual Backup". */
export function createdRow(world: OtcWorld, backup: Backup) {
  return {
    id: backup.id,
    instance_id: backup.instance.id,
    name: backup.name,
    description: backup.description,
    ...databasesOf(backup),
    begin_time: zonelessTime(backup.beginTime),
    status: statusOf(world, backup),
    type: backup.type.toLowerCase(),
  };
}

/** A row of "Obtaining Details About Backups", which has no description. */
export function backupRow(world: OtcWorld, backup: Backup) {
  const { instance, endTime } = backup;
  return {
    id: backup.id,
    name: backup.name,
    type: backup.type.toLowerCase(),
    size: backup.size,
    status: statusOf(world, backup),
    begin_time: zonedTime(backup.beginTime),
    // not on the vendor's page: what stands here while the backup is being made.
    end_time: endTime === undefined ? null : zonedTime(endTime),
    datastore: { type: instance.datastore, version: instance.version },
    ...databasesOf(backup),
    instance_id: instance.id,
  };
}

const createdAt = Date.UTC(2026, 0, 1);

/** A row of "Querying DB Instances". */
export function instanceRow(world: OtcWorld, instance: Instance) {
  const { busyInstances, instanceStatus } = world.settings;
  const { keep_days, start_time = "" } = { start_time: "", ...policyRow(instance.policy) };
  const doing = busyInstances[instance.id] ?? (instance.running ? "BACKING UP" : "ACTIVE");
  return {
    id: instance.id,
    status: instanceStatus[instance.id] ?? doing,
    name: instance.name,
    port: 3306,
    type: instance.mode,
    region: "eu-de",
    datastore: { type: instance.datastore, version: instance.version },
    created: zonedTime(createdAt),
    updated: zonedTime(createdAt),
    volume: { type: "ULTRAHIGH", size: 100 },
    nodes: [],
    backup_strategy: { start_time, keep_days },
  };
}
