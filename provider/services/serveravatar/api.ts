import { z } from "zod";
import { acceptedInWords } from "../../core/accepted";
import { endpoint } from "../../core/endpoint";
import type { Plan } from "./schema";

const id = z.coerce.number();

/** One run of a plan, or one instant backup, as the page "List" (api-docs/endpoint/backup/) shows it. */
const run = z.object({
  id,
  backup_config_id: id,
  application_id: id.nullish(),
  database_id: id.nullish(),
  cloud_storage_provider_id: id.nullish(),
  provider: z.string().nullish(),
  application_extension: z.string().nullish(),
  database_extension: z.string().nullish(),
  status: z.string(),
  totalSize: z.coerce.number().nullish(),
  created_at: z.string(),
  updated_at: z.string().nullish(),
  expires_at: z.string().nullish(),
  backup_configuration: z.object({ id: id.nullish(), name: z.string().nullish() }).nullish(),
});

export type Run = z.output<typeof run>;

const page = pageOf(run).extend({ total: z.coerce.number().optional() });

export type RunPage = z.output<typeof page>;

/** The vendor's pages "Organization", "Server", "Application", "Database" and "Cloud Storage Providers". */
const named = z.object({ id });

const server = z.object({
  id,
  timezone: z.string().nullish(),
  /** "1" is connected. */
  agent_status: z.coerce.string().nullish(),
});

export type Server = z.output<typeof server>;

const storage = z.object({ id, provider: z.string().nullish() });

export type Storage = z.output<typeof storage>;

function pageOf<Row extends z.ZodType>(row: Row) {
  return z.object({ data: z.array(row), current_page: z.coerce.number(), last_page: z.coerce.number() });
}

/** The pages give one message each and no id. */
const accepted = acceptedInWords;

export const api = {
  create: endpoint("POST /organizations/{organization}/servers/{server}/backups", accepted),
  update: endpoint("PATCH /organizations/{organization}/servers/{server}/backups/{planId}", accepted),
  runs: endpoint("GET /organizations/{organization}/backups", page),
  deleteRuns: endpoint("POST /organizations/{organization}/backups/destroy", accepted),
  // Not documented: by analogy with cronjobs, of which DELETE is.
  deletePlan: endpoint("DELETE /organizations/{organization}/servers/{server}/backups/{planId}", accepted),
  organizations: endpoint("GET /organizations", z.object({ organizations: z.array(named) })),
  servers: endpoint("GET /organizations/{organization}/servers", z.object({ servers: pageOf(server) })),
  server: endpoint("GET /organizations/{organization}/servers/{server}", z.object({ server })),
  applications: endpoint(
    "GET /organizations/{organization}/servers/{server}/applications",
    z.object({ applications: pageOf(named) }),
  ),
  application: endpoint(
    "GET /organizations/{organization}/servers/{server}/applications/{applicationId}",
    z.object({ application: named }),
  ),
  databases: endpoint(
    "GET /organizations/{organization}/servers/{server}/databases",
    z.object({ databases: pageOf(named) }),
  ),
  storages: endpoint("GET /organizations/{organization}/cloud-storage-providers", pageOf(storage)),
};

/** The body of create and update, in the form of the page's example. */
export function bodyOf(plan: Plan): Record<string, unknown> {
  const body = {
    name: plan.name,
    cloud_storage_provider_id: plan.cloudStorageProviderId,
    automatic_backup: plan.automaticBackup ? 1 : 0,
    type: plan.type,
    application_id: plan.applicationId,
    database_id: plan.databaseId,
    provider: plan.provider,
    schedule: plan.schedule,
    retention_period: plan.retentionPeriod,
    start_backup_from_now: plan.startBackupFromNow ? 1 : 0,
    start_backup: plan.startBackup ?? null,
    application_extension: plan.applicationExtension,
    database_extension: plan.databaseExtension,
  };
  return body;
}
