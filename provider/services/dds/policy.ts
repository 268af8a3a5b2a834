import { acceptedSilently } from "../../core/http/accepted";
import { endpoint } from "../../core/http/endpoint";
import type { PolicyCalls } from "../otc/policy/policy";
import { policyDefinition } from "../otc/policy/policy-definition";
import type { PolicyWords } from "../otc/policy/policy-losses";
import { policyReply } from "../otc/policy/policy-reply";
import { calls as backups, service } from "./api";

const OFF =
  "the console asks whether to delete the existing automated backups, and otherwise keeps them until somebody " +
  "deletes them; what the API does is not documented; assume that they go";

/** DDS' guide, "Setting an Automated Backup Policy"; its page on the API says nothing of the backups that exist. */
const words: PolicyWords = {
  older: (days) =>
    `DDS' guide says both that existing automated backups older than ${days} are deleted and that they keep their retention; assume that they go`,
  off: OFF,
  starts:
    "a full backup at once when turned on, after a change in the next window; then incremental ones every 5 minutes",
};

export const calls: PolicyCalls = {
  service,
  limits: { keepDays: [0, 732], minutes: ["00"], everyDayBelow: 7 },
  words,
  get: endpoint("GET /v3/{projectId}/instances/{instanceId}/backups/policy", policyReply),
  query: {},
  backups,
  set: endpoint("PUT /v3/{projectId}/instances/{instanceId}/backups/policy", acceptedSilently),
};

export const backupPolicy = policyDefinition("dds:BackupPolicy", calls);
