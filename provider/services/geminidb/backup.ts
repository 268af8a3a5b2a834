import { backupDefinition } from "../otc/backup/backup-definition";
import { descriptionField, instanceField, nameField } from "../otc/schema";
import { calls } from "./api";

const fields = {
  instanceId: instanceField(),
  name: nameField().optional(),
  // The page says mandatory; "" is accepted, and sent.
  description: descriptionField(),
};

export const backup = backupDefinition("geminidb:Backup", fields, calls);
