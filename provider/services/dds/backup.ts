import { backupDefinition } from "../otc/backup/backup-definition";
import { backupFields } from "../otc/schema";
import { calls } from "./api";

export const backup = backupDefinition("dds:Backup", backupFields, calls);
