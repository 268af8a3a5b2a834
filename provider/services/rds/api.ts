import * as z from "zod";
import { accepted } from "../../core/http/accepted";
import { endpoint } from "../../core/http/endpoint";
import type { OtcService } from "../otc/access/connection";
import type { BackupCalls, OtcBackup } from "../otc/backup/backup-calls";
import { backupPage } from "../otc/backup/backup-list";
import { account } from "./account";
import { meanings } from "./meanings";

export const service: OtcService = {
  name: "RDS",
  namespace: "rds",
  keys: account.rds,
  types: ["rdsv3", "rds"],
  address: (region) => `https://rds.${region}.otc.t-systems.com`,
  regions: ["eu-de", "eu-nl"],
  // The page "RDS Actions".
  actions: {
    "POST /v3/{projectId}/backups": "rds:backup:create",
    "GET /v3/{projectId}/backups": "rds:backup:list",
    "DELETE /v3/{projectId}/backups/{backupId}": "rds:backup:delete",
    "PUT /v3/{projectId}/instances/{instanceId}/backups/policy": "rds:instance:modifyBackupPolicy",
    "GET /v3/{projectId}/instances/{instanceId}/backups/policy": "rds:instance:list",
    "GET /v3/{projectId}/instances": "rds:instance:list",
  },
  says: meanings,
};

/** "Creating a Manual Backup" (rds_09_0004): no job, and the backup itself. */
const create = endpoint("POST /v3/{projectId}/backups", z.object({ backup: z.object({ id: z.string().min(1) }) }));

/** "Obtaining Details About Backups" (rds_09_0005), "Deleting a Manual Backup" (rds_09_0007). */
export const calls: BackupCalls<OtcBackup> = {
  service,
  kinds: [{}],
  list: endpoint("GET /v3/{projectId}/backups", backupPage),
  // The instance is mandatory there.
  within: (instanceId) => ({ instance_id: instanceId }),
  automated: { backup_type: "auto" },
  newestFirst: false,
  delete: endpoint("DELETE /v3/{projectId}/backups/{backupId}", accepted),
  create: async ({ client, projectId }, { instanceId, name, description, databases }, going) => {
    const json = { instance_id: instanceId, name, description, databases };
    return (await client.call(create, { path: { projectId }, json, going })).backup;
  },
};
