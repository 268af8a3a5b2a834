import { acceptedSilently } from "../../core/accepted";
import { endpoint } from "../../core/endpoint";
import type { PolicyCalls } from "../otc/policy";
import { policyDefinition } from "../otc/policy-definition";
import { policyReply } from "../otc/policy-reply";
import { calls as backups, service } from "./api";

const calls: PolicyCalls = {
  service,
  get: endpoint("GET /v3/{projectId}/instances/{instanceId}/backups/policy", policyReply),
  query: {},
  list: backups.list,
  set: endpoint("PUT /v3/{projectId}/instances/{instanceId}/backups/policy", acceptedSilently),
};

export const backupPolicy = policyDefinition("dds:BackupPolicy", { keepDays: 732, minutes: ["00"] }, calls);
