import * as z from "zod";
import { accepted } from "../../core/http/accepted";
import { endpoint } from "../../core/http/endpoint";
import type { OtcService } from "../otc/access/connection";
import { ddsAndGeminidb } from "../otc/access/meanings";
import { type BackupCalls, made, type OtcBackup } from "../otc/backup/backup-calls";
import { backupPage } from "../otc/backup/backup-list";
import { account } from "./account";

export const service: OtcService = {
  name: "GeminiDB",
  namespace: "geminidb",
  keys: account.geminidb,
  types: ["geminidb", "nosql", "gaussdb-nosql"],
  address: (region) => `https://gaussdb-nosql.${region}.otc.t-systems.com`,
  regions: ["eu-de"],
  says: ddsAndGeminidb,
};

/** "Creating a Manual Backup" (nosql_api_0032), "Querying Backups" (v4), "Querying Tasks and Details"; the deletion: Huawei Cloud's page alone. */
const create = endpoint("POST /v3/{projectId}/instances/{instanceId}/backups", made);
const jobs = endpoint(
  "GET /v3/{projectId}/jobs",
  z.object({ jobs: z.array(z.object({ id: z.string(), status: z.string(), fail_reason: z.string().nullish() })) }),
);

export const calls: BackupCalls<OtcBackup> = {
  service,
  kinds: [{}, { type: "DatabaseTable" }],
  list: endpoint("GET /v4/{projectId}/backups", backupPage),
  within: () => ({}),
  automated: { backup_type: "Auto" },
  newestFirst: true,
  usualQuota: 50,
  namesMayIgnoreCase: true,
  delete: endpoint("DELETE /v3/{projectId}/backups/{backupId}", accepted),
  create: ({ client, projectId }, { instanceId, name, description }, going) =>
    client.call(create, { path: { projectId, instanceId }, json: { name, description }, going }),
  job: async ({ client, projectId }, id) =>
    (await client.call(jobs, { path: { projectId }, query: { id } })).jobs.find((each) => each.id === id),
};
