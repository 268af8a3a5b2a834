import * as backup from "pulumi-backup-plans";

/** What a configuration file could hold: TypeScript cannot see that these are wrong, the check can. */
const fromConfig = JSON.parse(`{
  "organization": "5",
  "server": 0,
  "type": "database",
  "applicationId": 4246,
  "provider": "serveravatar",
  "cloudStorageProviderId": 12,
  "automaticBackup": true,
  "schedule": "Daily",
  "startBackupFromNow": false,
  "databaseExtension": ".sql",
  "retention": "12 Months"
}`);

new backup.serveravatar.BackupPlan("nightly", fromConfig);
