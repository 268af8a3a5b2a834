import { acceptedSilently } from "../../core/http/accepted";
import { endpoint } from "../../core/http/endpoint";
import type { PolicyCalls } from "../otc/policy/policy";
import { policyDefinition } from "../otc/policy/policy-definition";
import { policyReply } from "../otc/policy/policy-reply";
import { calls as backups, service } from "./api";

export const calls: PolicyCalls = {
  service,
  limits: { keepDays: [1, 732], minutes: ["00", "15", "30", "45"], everyDayBelow: 0 },
  // The guides "Configuring an Intra-Region Backup Policy" (MySQL), "Configuring an Automated Backup Policy" (PostgreSQL,
  // SQL Server), "Backup Types" and "Introduction to Backups".
  words: {
    older: (days) =>
      `RDS deletes existing automated backups older than ${days}; MySQL keeps the newest full backup beyond that while incremental ones need it`,
    starts: "beside the full ones, incremental ones every 5 minutes",
  },
  get: endpoint("GET /v3/{projectId}/instances/{instanceId}/backups/policy", policyReply),
  query: {},
  backups,
  set: endpoint("PUT /v3/{projectId}/instances/{instanceId}/backups/policy", acceptedSilently),
};

export const backupPolicy = policyDefinition("rds:BackupPolicy", calls);
