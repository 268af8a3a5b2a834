/** One backup of the emulator's application: files and database, kept for a year on ServerAvatar's own storage. */
export const shopBackup = {
  organization: 5,
  server: 15,
  type: "application",
  applicationId: 4246,
  databaseId: 4223,
  provider: "serveravatar",
  cloudStorageProviderId: 12,
  retentionPeriod: "12 Months",
  applicationExtension: ".tar.gz",
  databaseExtension: ".sql.gz",
} as const;

/** A plan that takes it every day. */
export const shopPlan = { ...shopBackup, automaticBackup: true, schedule: "Every Day" } as const;

/** That plan as the page of ServerAvatar writes it. */
export const shopPlanSent = {
  cloud_storage_provider_id: 12,
  automatic_backup: 1,
  type: "application",
  application_id: 4246,
  database_id: 4223,
  provider: "serveravatar",
  schedule: "Every Day",
  retention_period: "12 Months",
  start_backup_from_now: 1,
  start_backup: null,
  application_extension: ".tar.gz",
  database_extension: ".sql.gz",
} as const;
