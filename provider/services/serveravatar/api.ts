import * as z from "zod";
import { plain } from "../../core/http/accepted";
import { endpoint } from "../../core/http/endpoint";
import { aside, rowsIn } from "../../core/lists/unreadable";
import type { Plan } from "./schema";

const id = z.coerce.number();

/** An id, also in a string. null stays null: as a number it would be 0. */
const known = z.union([z.number(), z.string().min(1).transform(Number).pipe(z.number())]);

/** One run of a plan, or one instant backup, as the page "List" (api-docs/endpoint/backup/) shows it. */
const run = z.object({
  id: known,
  backup_config_id: known,
  application_id: aside(id),
  database_id: aside(id),
  cloud_storage_provider_id: aside(id),
  provider: aside(z.string()),
  application_extension: aside(z.string()),
  database_extension: aside(z.string()),
  status: z.string().catch("none"),
  totalSize: aside(z.coerce.number()),
  /** When ServerAvatar removes its files; each run has its own. */
  expires_at: aside(z.string()),
  /** Paid once, when it completed: size in GB x 0.07 x months (the vendor's page "Understanding Billing"). */
  price: aside(z.coerce.number()),
  created_at: aside(z.string()),
  updated_at: aside(z.string()),
  backup_configuration: z.object({ name: z.string().nullish() }).nullish(),
});

export type Run = z.output<typeof run>;

const page = pageWith(rowsIn(run));

export type RunPage = z.output<typeof page>;

/** The vendor's pages "Organization", "Server", "Application", "Database" and "Cloud Storage Providers". */
const named = z.object({ id, name: aside(z.string()) });

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
  return pageWith(z.array(row));
}

function pageWith<Rows extends z.ZodType>(data: Rows) {
  // As 0, a last page that is null would end the list.
  return z.object({ data, current_page: known, last_page: known, total: aside(known) });
}

/** A message that is a refusal as a whole. A message that only contains such a word is none. */
const REFUSAL =
  /^\s*((invalid|error|fail(ed|ure)|unable|you can ?not)\b|[^.!]*\b(is failed|failed because)\b|[^.!]*\b(not found|failed|failure|wrong|not completed|future date)\s*([.!:]|$))/i;

/** The answer to a write. Each page shows one message and no id. */
export const accepted: z.ZodType<unknown> = plain.and(
  z.looseObject({ message: z.string().refine((words) => !REFUSAL.test(words)) }),
);

export const api = {
  create: endpoint("POST /organizations/{organization}/servers/{server}/backups", accepted),
  update: endpoint("PATCH /organizations/{organization}/servers/{server}/backups/{planId}", accepted),
  runs: endpoint("GET /organizations/{organization}/backups", page),
  deleteRuns: endpoint("POST /organizations/{organization}/backups/destroy", accepted),
  // Not documented; by analogy with cronjobs, whose DELETE is.
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

/** Returns the body of create and update, in the form of the page's example. */
export function bodyOf(plan: Plan): Record<string, unknown> {
  return {
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
}
