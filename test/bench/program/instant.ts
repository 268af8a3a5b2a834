import * as backup from "pulumi-backup-plans";
import type { Make } from "./make";

export const make: Make = (name) =>
  new backup.serveravatar.Backup(name, {
    organization: 5,
    server: 15,
    type: "filesystem",
    applicationId: 4246,
    provider: "wasabi",
    cloudStorageProviderId: 10,
    applicationExtension: ".tar.gz",
  });
