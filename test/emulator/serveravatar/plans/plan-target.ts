import { DateTime } from "luxon";
import { refusals } from "../refusals";
import type { SaWorld } from "../settings";
import type { PlanFields, Server } from "../store";
import { retentions, schedules } from "./presets";

/** The start that a plan declares; undefined when it starts at once. */
export function startTime(world: SaWorld, fields: PlanFields): number | undefined {
  if (fields.start_backup_from_now || fields.start_backup === null) return undefined;
  return DateTime.fromFormat(fields.start_backup, "yyyy-MM-dd HH:mm", { zone: world.settings.timezone }).toMillis();
}

/** 404 for whatever the plan names and its server or organization does not have. */
export function requireTargets(world: SaWorld, server: Server, fields: PlanFields, storageWords: string): void {
  const { applications, databases, storageProviders } = world.store;
  if (applications.get(fields.application_id)?.server_id !== server.id) {
    throw refusals.notFound("Application not found!");
  }
  const storage = storageProviders.get(fields.cloud_storage_provider_id);
  // not on the vendor's page: an id of another kind of storage than `provider` says; taken as not found.
  if (storage?.organization_id !== server.organization_id || storage.provider !== fields.provider) {
    throw refusals.notFound(storageWords);
  }
  // not on the vendor's page: a backup of type database without a database; taken as not found.
  const needsDatabase = fields.database_id !== null || fields.type === "database";
  if (needsDatabase && databases.get(fields.database_id ?? 0)?.server_id !== server.id) {
    throw refusals.notFound("Database not found!");
  }
}

/** The vendor refuses these values with 500. */
export function requireValues(world: SaWorld, fields: PlanFields): void {
  if (fields.schedule !== null && !Object.hasOwn(schedules, fields.schedule)) {
    throw refusals.failed("Invalid schedule!");
  }
  if (fields.retention_period !== null && !Object.hasOwn(retentions, fields.retention_period)) {
    throw refusals.failed("Invalid retention period!");
  }
  const start = startTime(world, fields);
  if (start !== undefined && !(start > world.clock.now())) throw refusals.failed("Start from choose future date!");
}
