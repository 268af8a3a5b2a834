import { z } from "zod";
import { BackupError } from "../../../core/ground/errors";
import type { Endpoint } from "../../../core/http/endpoint";
import { aside, rowsIn, type Unreadable } from "../../../core/lists/unreadable";
import type { Connection } from "../access/connection";
import { isGone } from "../access/errors";

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
});

export type Row = z.output<typeof backupRow>;

/** What is not told is taken for manual. Some versions write the word in small letters. */
export function isManual({ type }: Row): boolean {
  return (type ?? "manual").toLowerCase() === "manual";
}

export const backupPage = z.object({ backups: rowsIn(backupRow), total_count: aside(z.coerce.number()) });

export type BackupList = Endpoint<z.output<typeof backupPage>, "projectId">;

const PAGE = 100;

/** One list to its end. */
export async function* pagesOf(
  { client, projectId }: Connection,
  list: BackupList,
  query: Record<string, string>,
): AsyncGenerator<(Row | Unreadable)[]> {
  const seen = new Set<string>();
  for (let offset = 0, full = true; full; offset += PAGE) {
    const page = await pageOf(client, list, projectId, { ...query, offset, limit: PAGE });
    if (page.length > 0 && page.every(({ id }) => seen.has(id)))
      throw new BackupError(`the list of backups does not go on behind the first ${offset}: it shows the same again`);
    for (const { id } of page) seen.add(id);
    client.tellUnreadable(page);
    yield page;
    full = page.length === PAGE;
  }
}

/** To ask for a backup that is gone is an error to some versions of the services. */
async function pageOf(
  client: Connection["client"],
  list: BackupList,
  projectId: string,
  query: Record<string, string | number>,
): Promise<(Row | Unreadable)[]> {
  try {
    return (await client.call(list, { path: { projectId }, query })).backups;
  } catch (error) {
    if (isGone(error)) return [];
    throw error;
  }
}
