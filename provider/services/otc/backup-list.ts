import { z } from "zod";
import type { Endpoint } from "../../core/endpoint";
import type { Connection } from "./account";
import { isGone } from "./errors";

const backupRow = z.object({
  id: z.string(),
  name: z.string(),
  instance_id: z.string(),
  status: z.string(),
  type: z.string().nullish(),
  begin_time: z.string().nullish(),
  end_time: z.string().nullish(),
  /** kB. */
  size: z.coerce.number().nullish(),
  description: z.string().nullish(),
  datastore: z.object({ type: z.string().nullish(), version: z.string().nullish() }).nullish(),
});

export type Row = z.output<typeof backupRow>;

export const backupPage = z.object({ backups: z.array(backupRow), total_count: z.coerce.number().nullish() });

export type BackupList = Endpoint<z.output<typeof backupPage>, "projectId">;

const PAGE = 100;

/** One list to its end. */
export async function* pagesOf(
  { client, projectId }: Connection,
  list: BackupList,
  query: Record<string, string>,
): AsyncGenerator<Row[]> {
  for (let offset = 0, full = true; full; offset += PAGE) {
    const page = await pageOf(client, list, projectId, { ...query, offset, limit: PAGE });
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
): Promise<Row[]> {
  try {
    return (await client.call(list, { path: { projectId }, query })).backups;
  } catch (error) {
    if (isGone(error)) return [];
    throw error;
  }
}
