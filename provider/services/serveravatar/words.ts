/** The vendor's own words, as its page "Create" (api-docs/endpoint/backup/create) lists them. */
export const TYPES = ["filesystem", "database", "application"] as const;

export const PROVIDERS = ["gdrive", "amazon_s3", "dropbox", "serveravatar", "wasabi", "custom_s3"] as const;

export const SCHEDULES = [
  "Every Hour",
  "Every 3 Hours",
  "Every 6 Hours",
  "Every 12 Hours",
  "Every Day",
  "Every 2 Days",
  "Every Week",
  "Every Month",
  "Twice a Month",
  "Every 3 Months",
  "Every 6 Months",
  "Every Year",
] as const;

export const RETENTION_PERIODS = ["1 Month", "2 Months", "3 Months", "6 Months", "12 Months", "24 Months"] as const;

export const APPLICATION_EXTENSIONS = [".tar", ".tar.gz"] as const;

export const DATABASE_EXTENSIONS = [".sql", ".sql.gz"] as const;

export type Type = (typeof TYPES)[number];
export type StorageProvider = (typeof PROVIDERS)[number];
export type Schedule = (typeof SCHEDULES)[number];
export type RetentionPeriod = (typeof RETENTION_PERIODS)[number];
export type ApplicationExtension = (typeof APPLICATION_EXTENSIONS)[number];
export type DatabaseExtension = (typeof DATABASE_EXTENSIONS)[number];
