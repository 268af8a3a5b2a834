import { rowsOf } from "../../../core/lists/shared-rows";
import { isReadable, type Unreadable } from "../../../core/lists/unreadable";
import type { Connection } from "../access/connection";
import { backupPages, type Row } from "../backup/backup-list";
import type { BackupCalls, OtcBackup } from "../backup/backups";

export type AutomaticCalls = Pick<BackupCalls<OtcBackup>, "service" | "list">;

/** The newest facts that the automated backups of an instance show. */
export interface AutomaticRuns {
  instanceId: string;
  newest?: Row;
  newestCompleted?: Row;
}

export function automaticBackups(
  connection: Connection,
  { list }: AutomaticCalls,
  query: Record<string, string>,
): AsyncGenerator<Row[]> {
  return readableIn(backupPages(connection, list, { ...query, backup_type: "Auto" }));
}

async function* readableIn(pages: AsyncIterable<(Row | Unreadable)[]>): AsyncGenerator<Row[]> {
  for await (const page of pages) yield page.filter(isReadable);
}

/** Those of one instance, as of the last minute. All policies of an account share the pages of one list. */
export async function automaticRunsOf(
  connection: Connection,
  calls: AutomaticCalls,
  instanceId: string,
): Promise<AutomaticRuns> {
  const key = ["automated", calls.service.name, connection.client.address, connection.projectId].join(" ");
  const source = {
    pages: () => byInstance(automaticBackups(connection, calls, {})),
    one: async (id: string) => {
      const runs: AutomaticRuns = { instanceId: id };
      for await (const page of automaticBackups(connection, calls, { instance_id: id })) {
        for (const row of page) add(runs, row);
        if (runs.newestCompleted) break;
      }
      return runs;
    },
  };
  const { run } = connection.client.context;
  const found = await rowsOf<AutomaticRuns>(run, key, (runs) => runs.instanceId).one(instanceId, source, "lately");
  return found ?? { instanceId };
}

/** The lists show the newest first, so an instance is known once a completed one was seen. */
async function* byInstance(pages: AsyncIterable<Row[]>): AsyncGenerator<AutomaticRuns[]> {
  const all = new Map<string, AutomaticRuns>();
  for await (const page of pages) {
    const known: AutomaticRuns[] = [];
    for (const row of page) {
      const runs = all.get(row.instance_id) ?? { instanceId: row.instance_id };
      all.set(row.instance_id, runs);
      if (runs.newestCompleted) continue;
      add(runs, row);
      if (runs.newestCompleted) known.push(runs);
    }
    yield known;
  }
}

function add(runs: AutomaticRuns, row: Row): void {
  runs.newest ??= row;
  if (row.status.toUpperCase() === "COMPLETED") runs.newestCompleted ??= row;
}
