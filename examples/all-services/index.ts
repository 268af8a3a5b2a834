import * as backup from "pulumi-backup-plans";

/** One release: a recovery point of everything before it, each taken again when the release changes. */
const release = "2026.11";

const site = new backup.serveravatar.Backup("site", {
  organization: 5,
  server: 15,
  type: "application",
  applicationId: 4246,
  databaseId: 4223,
  provider: "wasabi",
  cloudStorageProviderId: 10,
  applicationExtension: ".tar.gz",
  databaseExtension: ".sql.gz",
  triggers: [release],
});

const orders = new backup.trove.Backup("orders", {
  instance: "d4603f69-ec7e-4e9b-803f-600b9205576f",
  triggers: [release],
});

const documents = new backup.dds.Backup("documents", {
  instanceId: "a89dab5e39394eccbdb77b19d57b0180in02",
  triggers: [release],
});

const events = new backup.geminidb.Backup("events", {
  instanceId: "a4d8ea2584e047439a667703c0684119in06",
  // Known only when the others are there: what one resource leaves can go into another.
  description: documents.id.apply((id) => `with ${id}`),
  triggers: [release],
});

const users = new backup.rds.Backup("users", {
  instanceId: "d8e6ca5a624745bcb546a227aa3ae1cfin01",
  triggers: [release],
});

export const recoveryPoints = {
  site: site.id,
  orders: orders.id,
  documents: documents.id,
  events: events.id,
  users: users.id,
};
