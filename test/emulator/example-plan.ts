/** The example request of https://serveravatar.com/api-docs/endpoint/backup/create.html */
export const examplePlan = {
  cloud_storage_provider_id: 10,
  automatic_backup: 1,
  type: "application",
  application_id: 4246,
  database_id: 4223,
  provider: "wasabi",
  schedule: "Every Hour",
  retention_period: "1 Month",
  start_backup_from_now: 1,
  start_backup: null,
  application_extension: ".tar.gz",
  database_extension: ".sql.gz",
};
