import * as z from "zod";
import type { Endpoint } from "../../../core/http/endpoint";
import { aside, rowsIn, type Unreadable } from "../../../core/lists/unreadable";
import type { Connection } from "../access/connection";
import { offsetPages } from "../access/offset-pages";

const backupRow = z.object({
  id: z.string().min(1),
  name: z.string().nullish(),
  instance_id: z.string(),
  status: z.string(),
  type: aside(z.string()),
  begin_time: aside(z.string()),
  end_time: aside(z.string()),
  /** kB. */
  size: aside(z.coerce.number()),
  description: aside(z.string()),
  datastore: aside(z.object({ type: aside(z.string()), version: aside(z.string()) })),
  /** The databases in it, where it does not have all. */
  databases: aside(z.array(z.object({ name: z.string() }))),
  /** GeminiDB: the databases of the tables in it, where it is one of single tables. */
  database_tables: aside(z.array(z.object({ database_name: z.string() }))),
});

export type Row = z.output<typeof backupRow>;

/**
 * Returns whether a backup is manual. A row without a type counts as manual. Some versions write the word in small
 * letters.
 */
export function isManual({ type }: Row): boolean {
  return (type ?? "manual").toLowerCase() === "manual";
}

export const backupPage = z.object({ backups: rowsIn(backupRow), total_count: aside(z.coerce.number()) });

export type BackupList = Endpoint<z.output<typeof backupPage>, "projectId">;

/** Returns one list, page by page to its end. */
export function backupPages(
  connection: Connection,
  list: BackupList,
  query: Record<string, string>,
): AsyncGenerator<(Row | Unreadable)[]> {
  return offsetPages(connection, {
    ...{ of: "backups", list, query, gone: connection.service.says.backupGone },
    rowsIn: ({ backups: rows, total_count: total }) => ({ rows, total }),
  });
}
