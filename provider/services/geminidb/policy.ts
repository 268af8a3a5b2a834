import { acceptedSilently } from "../../core/http/accepted";
import { endpoint } from "../../core/http/endpoint";
import type { PolicyCalls } from "../otc/policy/policy";
import { policyDefinition } from "../otc/policy/policy-definition";
import { policyReply } from "../otc/policy/policy-reply";
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
