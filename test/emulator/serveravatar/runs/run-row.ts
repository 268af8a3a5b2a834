import type { SaWorld } from "../settings";
import type { Run } from "../store";

function statusOf(run: Run, { settings }: SaWorld): string {
  return { running: settings.runningWord, failed: settings.failedWord, completed: "Completed" }[run.state];
}

/** One row of https://serveravatar.com/api-docs/endpoint/backup/: these fields and no others. */
export function runRow(run: Run, world: SaWorld) {
  const { plan } = run;
  const application = world.store.applications.get(run.application_id ?? 0);
  const database = world.store.databases.get(run.database_id ?? 0);
  const isStored = run.state === "completed";
  return {
    id: run.id,
    backup_config_id: plan.id,
    organization_id: plan.organization_id,
    server_id: null,
    cloud_storage_provider_id: run.cloud_storage_provider_id,
    application_id: run.application_id,
    database_id: run.database_id,
    backup_hash: run.backup_hash,
    application_extension: run.application_extension,
    database_extension: run.database_extension,
    price: run.price,
    application_size: run.application_size,
    database_size: run.database_size,
    // not on the vendor's page: what the totals mean; the size before compression is taken.
    total_application_size: run.application_size * 4,
    total_database_size: run.database_size * 4,
    status: statusOf(run, world),
    application_file_id: null,
    database_file_id: null,
    application_available_in_cloudstorage: Number(isStored && run.application_id !== null),
    database_available_in_cloudstorage: Number(isStored && run.database_id !== null),
    expires_at: run.expires_at,
    created_at: run.created_at,
    updated_at: run.updated_at,
    deleted_at: null,
    provider: run.provider,
    totalSize: Number((run.application_size + run.database_size).toFixed(2)),
    database: database ? { id: database.id, server_id: database.server_id, name: database.name } : null,
    application: application
      ? { id: application.id, system_user_id: application.system_user_id, name: application.name }
      : null,
    backup_configuration: { id: plan.id, name: plan.name },
  };
}
