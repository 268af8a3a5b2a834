import * as z from "zod";
import { alike } from "../../core/kind/fields";
import { backupDefinition } from "../otc/backup/backup-definition";
import { backupFields } from "../otc/schema";
import { calls } from "./api";
import { online } from "./online";

const fields = {
  ...backupFields,
  databases: alike(
    z
      .array(z.strictObject({ name: z.string().regex(/\S/) }))
      .min(1)
      .transform((databases) => [...new Map(databases.map((database) => [database.name, database])).values()])
      .meta({ rule: 'must be a list of databases, [{ name: "shop" }], at least one' }),
    (databases) => databases?.map(({ name }) => name).sort(),
  ).optional(),
};

export const backup = backupDefinition("rds:Backup", fields, { ...calls, online });
