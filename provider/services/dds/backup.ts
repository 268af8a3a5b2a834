import { backupDefinition } from "../otc/backup/backup-definition";
import { descriptionField, instanceField, nameField } from "../otc/schema";
import { calls } from "./api";

const fields = {
  instanceId: instanceField(),
  name: nameField().optional(),
  description: descriptionField().optional(),
};

export const backup = backupDefinition("dds:Backup", fields, calls);
