import { DateTime } from "luxon";
import type { Outside } from "../with/outside";
import { WORD } from "./canaries";
import type { Args } from "./case";
import { shopBackup } from "./example-shop";
import type { Kind, Turn } from "./kind";
import { findings } from "./serveravatar/findings";
import { planLosses } from "./serveravatar/losses";
import { instantRules, planRules } from "./serveravatar/rules";

const backup: Args = { ...shopBackup };

const place = (copy: number) => (copy % 2 === 0 ? {} : { applicationId: 4247, databaseId: 4224 });
const start = DateTime.utc().plus({ days: 30 }).toFormat("yyyy-MM-dd HH:mm");

/** Returns turns that are updates of a plan and replacements of an instant backup. */
const shared = (effect: Turn["effect"]): Turn[] => [
  { argument: "retentionPeriod", to: { retentionPeriod: "24 Months" }, effect },
  { argument: "applicationExtension", to: { applicationExtension: ".tar" }, effect },
  { argument: "databaseExtension", to: { databaseExtension: ".sql" }, effect },
];

const canaries: Args = {
  organization: "918273641",
  server: "918273642",
  applicationId: "918273643",
  databaseId: "918273644",
  cloudStorageProviderId: "918273645",
  startBackup: "2031-03-17 04:05",
  name: WORD,
  adopt: "918273646",
};

const moved = { allow: { "leave-running": "application 4246 on server 15" } };

const plan: Kind = {
  kind: "serveravatar:BackupPlan",
  service: "serveravatar",
  valid: { ...backup, automaticBackup: true, schedule: "Every Day" },
  place,
  turns: [
    { argument: "schedule", to: { schedule: "Every 12 Hours" }, effect: "update" },
    ...shared("update"),
    {
      argument: "cloudStorageProviderId",
      to: { provider: "wasabi", cloudStorageProviderId: 10, allow: { "change-destination": "wasabi 10" } },
      effect: "update",
    },
    { argument: "applicationId", to: { applicationId: 4247, ...moved }, effect: "replace" },
    {
      argument: "startBackup",
      to: { startBackup: start, startBackupFromNow: false, allow: { "less-frequent": `Every 12 Hours from ${start}` } },
      effect: "update",
    },
  ],
  state: "pending",
  keeps: "delete leaves it running",
  leaving: { keep: "stays", delete: "gone" },
  loss: { to: { schedule: "Every Week" }, allow: () => ({ "less-frequent": "Every Week" }) },
  stands: async (outside: Outside) => {
    const plans = (await outside.control("GET", "/state")).serveravatar.plans as { id: number; instant: boolean }[];
    return Object.fromEntries(plans.filter(({ instant }) => !instant).map(({ id }) => [`${id}`, { id }]));
  },
  remove: { notSupported: "ServerAvatar shows runs and no plans, so nobody can see that a plan is gone" },
  adopt: ({ planId }) => ({ adopt: planId, allow: { "overwrite-unseen": planId } }),
  replaced: "made anew",
  rules: planRules,
  losses: planLosses,
  findings,
  canaries,
};

const instant: Kind = {
  kind: "serveravatar:Backup",
  service: "serveravatar",
  valid: backup,
  place,
  turns: [
    { argument: "name", to: { name: "conformance" }, effect: "replace" },
    ...shared("replace"),
    { argument: "cloudStorageProviderId", to: { provider: "wasabi", cloudStorageProviderId: 10 }, effect: "replace" },
    { argument: "applicationId", to: { applicationId: 4247 }, effect: "replace" },
    { argument: "triggers", to: { triggers: [1] }, effect: "replace" },
  ],
  state: "ready",
  keeps: "delete keeps it",
  leaving: { keep: "stays", delete: "gone" },
  loss: { to: { triggers: [2] }, allow: (id) => ({ "replace-recovery-point": id }) },
  stands: async (outside: Outside) => {
    const runs = (await outside.control("GET", "/state")).serveravatar.runs as { id: number; instant: boolean }[];
    return Object.fromEntries(runs.filter((run) => run.instant).map(({ id }) => [`${id}`, { id }]));
  },
  remove: { notSupported: "which backups ServerAvatar's list shows is not documented, so none is ever taken for gone" },
  adopt: ({ backupId, name }) => ({ adopt: backupId, name }),
  replaced: "kept",
  rules: instantRules,
  findings,
  canaries,
};

export const serveravatarKinds: Kind[] = [plan, instant];
