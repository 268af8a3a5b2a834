import { millisecondsOf } from "../../../core/ground/utc-time";
import { rowsOf } from "../../../core/lists/shared-rows";
import { isReadable, type Unreadable } from "../../../core/lists/unreadable";
import type { Connection } from "../access/connection";
import type { BackupLists } from "../backup/backup-calls";
import { backupPages, type Row } from "../backup/backup-list";
import { stateOf } from "../backup/backup-row";

/** The facts that the automated backups of an instance show. */
export interface AutomaticRuns {
  instanceId: string;
  newest?: Row;
  newestCompleted?: Row;
}

/** Returns the automated backups that can be read, page by page. */
export function automaticBackups(
  connection: Connection,
  { list, automated }: BackupLists,
  query: Record<string, string>,
): AsyncGenerator<Row[]> {
  return readableIn(backupPages(connection, list, { ...query, ...automated }));
}

async function* readableIn(pages: AsyncIterable<(Row | Unreadable)[]>): AsyncGenerator<Row[]> {
  for await (const page of pages) yield page.filter(isReadable);
}

/**
 * Returns the facts for one instance, as of the last minute. The policies of an account share one list where the service has
 * one.
 */
export async function automaticRunsOf(
  connection: Connection,
  calls: BackupLists,
  instanceId: string,
): Promise<AutomaticRuns> {
  const within = calls.within(instanceId);
  const at = [calls.service.name, connection.client.address, connection.projectId, ...Object.values(within)];
  const key = ["automated", ...at].join(" ");
  const source = {
    pages: () => byInstance(calls, automaticBackups(connection, calls, within)),
    one: async (id: string) => {
      const runs: AutomaticRuns = { instanceId: id };
      for await (const page of automaticBackups(connection, calls, { instance_id: id })) {
        for (const row of page) add(runs, row);
        if (runs.newestCompleted && calls.newestFirst) break;
      }
      return runs;
    },
  };
  const { run } = connection.client.context;
  const found = await rowsOf<AutomaticRuns>(run, key, (runs) => runs.instanceId).one(instanceId, source, "lately");
  return found ?? { instanceId };
}

/** Returns what is known after each page. If the newest come first, an instance needs no more after a completed one. */
async function* byInstance({ newestFirst }: BackupLists, pages: AsyncIterable<Row[]>): AsyncGenerator<AutomaticRuns[]> {
  const all = new Map<string, AutomaticRuns>();
  for await (const page of pages) {
    const known: AutomaticRuns[] = [];
    for (const row of page) {
      const runs = all.get(row.instance_id) ?? { instanceId: row.instance_id };
      all.set(row.instance_id, runs);
      if (runs.newestCompleted && newestFirst) continue;
      add(runs, row);
      if (runs.newestCompleted && newestFirst) known.push(runs);
    }
    yield known;
  }
  if (!newestFirst) yield [...all.values()];
}

/** Adds a row to what is known. Times have whole seconds: of two equal ones the first in the list is newer. */
function add(runs: AutomaticRuns, row: Row): void {
  if (!runs.newest || beganAt(row) > beganAt(runs.newest)) runs.newest = row;
  if (stateOf(row) !== "ready") return;
  if (!runs.newestCompleted || beganAt(row) > beganAt(runs.newestCompleted)) runs.newestCompleted = row;
}

/** Returns the start in milliseconds since 1970; NaN where the row has none. */
export function beganAt({ begin_time }: Row): number {
  return millisecondsOf(begin_time);
}
