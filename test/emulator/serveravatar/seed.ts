import type { Application, Database, Organization, Server, StorageProvider, Store } from "./store";

const created_at = "2023-02-13 18:29:40";

const organizations: Organization[] = [
  { id: 5, name: "ServerAvatar", created_at },
  { id: 6, name: "ServerAvatar EU", created_at },
];

const servers: Server[] = [
  { id: 11, organization_id: 5, name: "test-server", ip: "192.0.2.11", deleted_at: "2023-02-19T00:00:00.000000Z" },
  { id: 15, organization_id: 5, name: "alex-server", ip: "192.0.2.15", deleted_at: null },
  { id: 16, organization_id: 6, name: "eu-server", ip: "192.0.2.16", deleted_at: null },
];

const applications: Application[] = [
  { id: 4246, server_id: 15, system_user_id: 42, name: "shop", primary_domain: "shop.example.com" },
  { id: 4247, server_id: 15, system_user_id: 43, name: "blog", primary_domain: "blog.example.com" },
  { id: 5246, server_id: 16, system_user_id: 52, name: "shop-eu", primary_domain: "shop.example.eu" },
];

const databases: Database[] = [
  { id: 4223, server_id: 15, name: "shop" },
  { id: 4224, server_id: 15, name: "blog" },
  { id: 5223, server_id: 16, name: "shop_eu" },
];

const storage = (id: number, organization_id: number, provider: string): StorageProvider => ({
  id,
  organization_id,
  name: `${provider} storage`,
  provider,
  email: "user@example.com",
});

/** A backup that outlived its server, as in the vendor's example of the archive. */
const archived = {
  id: 11,
  backup_config_id: 11,
  organization_id: 5,
  cloud_storage_provider_id: 1,
  application_id: 74,
  database_id: 24,
  backup_hash: "MWlLKX8LCT30nylsDR4iL7QLoUJNC1yR",
  application_extension: ".tar.gz",
  database_extension: ".sql.gz",
  price: 0,
  application_size: 0,
  database_size: 0,
  total_application_size: 505.28,
  total_database_size: 0,
  status: "Completed",
  application_file_id: null,
  database_file_id: null,
  application_available_in_cloudstorage: 1,
  database_available_in_cloudstorage: 1,
  expires_at: null,
  created_at: "2023-02-15 20:48:39",
  updated_at: "2023-02-15 20:48:39",
  deleted_at: null,
  application_name: "testGitApp",
  primary_domain: "app.example.com",
  database_name: "testMigrateDB",
  provider: "Google Drive",
  totalSize: 0,
  next_backup_at: "2023-03-01 01:44:43",
};

function byId<Row extends { readonly id: number }>(rows: readonly Row[]): Map<number, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}

/** Two accounts that see nothing of each other. */
export function seed(): Store {
  return {
    tokens: new Map([
      ["emulator-token", 5],
      ["emulator-token-eu", 6],
    ]),
    organizations: byId(organizations),
    servers: byId(servers),
    applications: byId(applications),
    databases: byId(databases),
    storageProviders: byId([
      storage(10, 5, "wasabi"),
      storage(11, 5, "amazon_s3"),
      storage(12, 5, "serveravatar"),
      storage(20, 6, "wasabi"),
      storage(22, 6, "serveravatar"),
    ]),
    plans: new Map(),
    runs: new Map(),
    restores: [],
    archive: new Map([[5, [archived]]]),
    cancelNext: new Map(),
    nextPlanId: 21,
    nextRunId: 5001,
  };
}
