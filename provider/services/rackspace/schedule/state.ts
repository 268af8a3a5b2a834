import { BackupError } from "../../../core/ground/errors";
import { utcTime } from "../../../core/ground/utc-time";
import type { Client } from "../../../core/http/client";
import type { Outputs } from "../../../core/kind/definition";
import type { Health } from "../../../plan/state";
import type { Row } from "../api";
import type { Schedule } from "../schema";
import { automatedBackups, healthOf, lastBackupOf } from "./health";
import { sourceOf } from "./standing";

/** The outputs that come from a schedule's backups. */
interface Runs {
  lastBackupAt?: string | undefined;
  health?: Health | undefined;
}

/** The inputs and outputs of a stored schedule. */
export interface StoredSchedule extends Schedule, Runs {
  /** Left out after a creation in doubt. */
  scheduleId?: string;
  state?: string;
}

export function outputsOf(row: Row, { lastBackupAt, health }: Runs): Outputs {
  return {
    ...{ state: "ready", scheduleId: row.id },
    ...{ nextRun: utcTime(row.next_run), lastScheduled: utcTime(row.last_scheduled) },
    ...{ lastBackupAt, health },
  };
}

/** Returns the outputs of a new schedule, which has no backups. */
export function runsOfNew(client: Client, row: Row): Runs {
  return { health: healthOf(row, [], new Date(client.now)) };
}

/** Returns the outputs. A look at the backups that fails leaves the health unknown. */
export async function runsNow(client: Client, row: Row, seen?: string): Promise<Runs> {
  try {
    const backups = await automatedBackups(client, `${sourceOf(row)}`, "lately");
    return { lastBackupAt: lastBackupOf(backups) ?? seen, health: healthOf(row, backups, new Date(client.now)) };
  } catch (error) {
    if (!(error instanceof BackupError)) throw error;
    client.context.log.warn(`health is not known: ${error.message}`);
    return { lastBackupAt: seen, health: "unknown" };
  }
}
