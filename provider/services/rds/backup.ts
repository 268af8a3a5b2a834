import { z } from "zod";
import { backupDefinition } from "../otc/backup/backup-definition";
import { descriptionField, instanceField, nameField } from "../otc/schema";
import { calls } from "./api";
import { online } from "./online";

const fields = {
  instanceId: instanceField(),
  name: nameField().optional(),
  description: descriptionField().optional(),
  databases: z
    .array(z.strictObject({ name: z.string().min(1) }))
    .min(1)
    .meta({ rule: 'must be a list of databases, [{ name: "shop" }], at least one' })
    .optional(),
};

export const backup = backupDefinition("rds:Backup", fields, { ...calls, online });
