import { backupDefinition } from "../otc/backup/backup-definition";
import { backupFields, description } from "../otc/schema";
import { calls } from "./api";

/** The page says that the description is mandatory; "" is accepted, and sent. */
const fields = { ...backupFields, description };

export const backup = backupDefinition("geminidb:Backup", fields, calls);
