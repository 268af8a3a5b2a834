import * as backup from "pulumi-backup-plans";

/** A second account in one stack: it is complete, and never falls through to the stack's configuration. */
const eu = new backup.Provider("eu", {
  serveravatar: { tokenEnv: "EU_SERVERAVATAR_TOKEN", endpointEnv: "SERVERAVATAR_ENDPOINT" },
});

const shop = new backup.serveravatar.BackupPlan(
  "shop-weekly",
  {
    organization: 6,
    server: 16,
    type: "application",
    applicationId: 5246,
    databaseId: 5223,
    provider: "wasabi",
    cloudStorageProviderId: 20,
    automaticBackup: true,
    schedule: "Every Week",
    startBackupFromNow: false,
    startBackup: "2030-01-06 02:00",
    applicationExtension: ".tar.gz",
    databaseExtension: ".sql.gz",
  },
  { provider: eu },
);

export const summary = shop.summary;
