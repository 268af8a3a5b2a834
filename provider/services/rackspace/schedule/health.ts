import { isSameId } from "../../../core/ground/same-id";
import { millisecondsOf, utcTime } from "../../../core/ground/utc-time";
import type { Client } from "../../../core/http/client";
import type { Freshness } from "../../../core/lists/shared-rows";
import { PATIENCE } from "../../../plan/schedule";
import type { Health } from "../../../plan/state";
import type { Row as Backup } from "../../databases/api";
import { backupsOf } from "../../databases/backup-list";
import { stateOf } from "../../databases/backup-state";
import type { Row } from "../api";
import { fullRuns } from "./runs";

const HOUR = 3_600_000;

/** The hours between two backups, after the first full one. */
const OVERDUE_MILLISECONDS = 24 * HOUR * PATIENCE;

/** How long after its start the first full backup may take to complete. */
const FIRST_MILLISECONDS = 12 * HOUR;

/** Returns the automated backups of a source, the newest first. */
export async function automatedBackups(client: Client, sourceId: string, freshness: Freshness): Promise<Backup[]> {
  const all = await backupsOf(client).all(freshness);
  return all
    .filter((row) => row.is_automated && isSameId(row.source?.id ?? row.instance_id, sourceId))
    .sort((one, other) => millisecondsOf(other.created) - millisecondsOf(one.created));
}

/** Returns the end of the newest completed backup. */
export function lastBackupOf(backups: readonly Backup[]): string | undefined {
  const newest = backups.find((row) => stateOf(row) === "ready");
  return newest && utcTime(newest.updated ?? newest.created);
}

/** Returns the health of a schedule by its automated backups, the newest first. */
export function healthOf(row: Row, backups: readonly Backup[], now: Date): Health {
  const [newest] = backups;
  if (newest && stateOf(newest) === "failed") return "failed";
  const age = (time: string | null | undefined) => now.getTime() - millisecondsOf(time);
  if (age(lastBackupOf(backups)) <= OVERDUE_MILLISECONDS) return "ok";
  const created = utcTime(row.created);
  if (created === undefined) return newest ? "overdue" : "never-ran";
  // A new schedule makes no incremental backup before its first full one.
  const [first] = fullRuns(row.day_of_week, row.hour, row.minute).next(new Date(created), 1);
  const isDue = first !== undefined && now.getTime() > first.at.getTime() + FIRST_MILLISECONDS;
  return isDue ? "overdue" : "not-due-yet";
}
