import { acceptedSilently } from "../../core/accepted";
import { endpoint } from "../../core/endpoint";
import type { PolicyCalls } from "../otc/policy";
import { policyDefinition } from "../otc/policy-definition";
import { policyReply } from "../otc/policy-reply";
import { calls as backups, service } from "./api";

const calls: PolicyCalls = {
  service,
  get: endpoint("GET /v3.1/{projectId}/instances/{instanceId}/backups/policy", policyReply),
  query: { type: "Instance" },
  list: backups.list,
  set: endpoint("PUT /v3/{projectId}/instances/{instanceId}/backups/policy", acceptedSilently),
};

export const backupPolicy = policyDefinition(
  "geminidb:BackupPolicy",
  { keepDays: 35, minutes: ["00", "15", "30", "45"] },
  calls,
);
