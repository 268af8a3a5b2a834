import * as z from "zod";
import { accepted } from "../../core/http/accepted";
import { endpoint } from "../../core/http/endpoint";
import type { OtcService } from "../otc/access/connection";
import { ddsAndGeminidb } from "../otc/access/meanings";
import { type BackupCalls, made, type OtcBackup } from "../otc/backup/backup-calls";
import { backupPage } from "../otc/backup/backup-list";
import { account } from "./account";

export const service: OtcService = {
  name: "DDS",
  namespace: "dds",
  keys: account.dds,
  types: ["ddsv3", "dds"],
  address: (region) => `https://dds.${region}.otc.t-systems.com`,
  regions: ["eu-de", "eu-nl"],
  // The page "DDS Actions".
  actions: {
    "POST /v3/{projectId}/backups": "dds:instance:createManualBackup",
    "DELETE /v3/{projectId}/backups/{backupId}": "dds:backup:delete",
    "PUT /v3/{projectId}/instances/{instanceId}/backups/policy": "dds:instance:modifyBackupPolicy",
    "GET /v3/{projectId}/instances": "dds:instance:list",
  },
  says: ddsAndGeminidb,
};

/** "Creating a Manual Backup" (dds_api_0027), "Querying the Backup List", "Deleting a Manual Backup", "Obtaining Information About a Task". */
const create = endpoint("POST /v3/{projectId}/backups", made);
const job = endpoint(
  "GET /v3/{projectId}/jobs",
  z.object({ job: z.object({ status: z.string(), fail_reason: z.string().nullish() }) }),
);

export const calls: BackupCalls<OtcBackup> = {
  service,
  kinds: [{}],
  list: endpoint("GET /v3/{projectId}/backups", backupPage),
  within: () => ({}),
  automated: { backup_type: "Auto" },
  newestFirst: true,
  delete: endpoint("DELETE /v3/{projectId}/backups/{backupId}", accepted),
  create: ({ client, projectId }, { instanceId, name, description }, going) => {
    const json = { backup: { instance_id: instanceId, name, description } };
    return client.call(create, { path: { projectId }, json, going });
  },
  job: async ({ client, projectId }, id) => (await client.call(job, { path: { projectId }, query: { id } })).job,
};
