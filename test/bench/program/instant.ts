import * as backup from "pulumi-backup-plans";
import type { Made } from "./made";

export const made: Made = {
  Resource: backup.serveravatar.Backup,
  args: () => ({
    organization: 5,
    server: 15,
    type: "filesystem",
    applicationId: 4246,
    provider: "wasabi",
    cloudStorageProviderId: 10,
    applicationExtension: ".tar.gz",
  }),
};
