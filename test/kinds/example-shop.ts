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

/** The same, every day. */
export const shopPlan = { ...shopBackup, automaticBackup: true, schedule: "Every Day" } as const;
