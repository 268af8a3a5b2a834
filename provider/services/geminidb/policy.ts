import { acceptedSilently } from "../../core/http/accepted";
import { endpoint } from "../../core/http/endpoint";
import type { PolicyCalls } from "../otc/policy/policy";
import { policyDefinition } from "../otc/policy/policy-definition";
import type { PolicyWords } from "../otc/policy/policy-losses";
import { policyReply } from "../otc/policy/policy-reply";
import { calls as backups, service } from "./api";

const OFF =
  "the console asks whether to delete the existing automated backups, and otherwise keeps them until somebody " +
  "deletes them; what the API does is not documented; assume that they go. A running automated backup is stopped";

/** GeminiDB's guide, "Managing Automated Backups"; its pages on the API say nothing of the backups that exist. */
const words: PolicyWords = {
  older: (days) => `GeminiDB deletes existing automated backups older than ${days}`,
  off: OFF,
};

export const calls: PolicyCalls = {
  service,
  limits: { keepDays: [0, 35], minutes: ["00", "15", "30", "45"], everyDayBelow: 7 },
  words,
  get: endpoint("GET /v3.1/{projectId}/instances/{instanceId}/backups/policy", policyReply),
  query: { type: "Instance" },
  backups,
  set: endpoint("PUT /v3/{projectId}/instances/{instanceId}/backups/policy", acceptedSilently),
};

export const backupPolicy = policyDefinition("geminidb:BackupPolicy", calls);
