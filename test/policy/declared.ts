import type { Declaration } from "../programs/declaration";

const application = {
  organization: 5,
  server: 15,
  type: "application",
  applicationId: 4246,
  databaseId: 4223,
  provider: "serveravatar",
  cloudStorageProviderId: 12,
  automaticBackup: true,
  schedule: "Every Day",
  retentionPeriod: "12 Months",
  applicationExtension: ".tar.gz",
  databaseExtension: ".sql.gz",
};

export const plan = (name: string, args: object = {}): Declaration => ({
  kind: "serveravatar:BackupPlan",
  name,
  args: { ...application, ...args },
});

export const instance = (kind: string, name: string, args: object = {}): Declaration => ({ kind, name, args });

export const policyFor = (of: string, args: object = {}): Declaration => ({
  kind: "dds:BackupPolicy",
  name: `${of}-policy`,
  args: { instanceId: { idOf: of }, keepDays: 7, startTime: "01:00-02:00", period: [1, 2, 3, 4, 5, 6, 7], ...args },
});

export const point = (name: string, args: object): Declaration => ({ kind: "trove:Backup", name, args });
