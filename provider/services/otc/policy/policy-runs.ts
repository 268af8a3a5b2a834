import { isDeepStrictEqual } from "node:util";
import { BackupError } from "../../../core/ground/errors";
import type { Health } from "../../../plan/state";
import type { Connection } from "../access/connection";
import type { BackupLists } from "../backup/backup-calls";
import { automaticRunsOf } from "./automatic";
import { lastBackupOf, policyHealth } from "./health";
import type { PolicyValues } from "./policy-schema";

/** The outputs that come from a policy's automated backups. */
export interface PolicyRuns {
  lastBackupAt?: string;
  health?: Health;
  /** The latest time from which days and window are unchanged: ISO 8601, UTC. */
  since?: string;
}

type Before = PolicyValues & PolicyRuns;

/** Returns the outputs by the service's list. A look that fails leaves the health unknown. */
export async function runsOf(
  connection: Connection,
  calls: BackupLists,
  stored: Before & { instanceId: string },
  live: PolicyValues,
): Promise<PolicyRuns> {
  const now = new Date();
  const since = sinceOf(stored, live, now);
  try {
    const runs = await automaticRunsOf(connection, calls, stored.instanceId);
    const lastBackupAt = lastBackupOf(runs, stored.lastBackupAt);
    const hasRun = lastBackupAt !== undefined;
    const stood = stored.since === undefined ? undefined : new Date(since);
    return { lastBackupAt, health: policyHealth(live, { ...runs, hasRun }, stood, now), since };
  } catch (error) {
    if (!(error instanceof BackupError)) throw error;
    connection.client.context.log.warn(`health is not known: ${error.message}`);
    return { lastBackupAt: stored.lastBackupAt, health: live.keepDays === 0 ? undefined : "unknown", since };
  }
}

/** Returns the outputs after a change, until a refresh looks. */
export function runsOfChange(stored: Before | undefined, args: PolicyValues, now: Date): PolicyRuns {
  const since = sinceOf(stored, args, now);
  const health = args.keepDays === 0 ? undefined : since === stored?.since ? stored.health : "unknown";
  return { lastBackupAt: stored?.lastBackupAt, health, since };
}

function sinceOf(stored: Before | undefined, policy: PolicyValues, now: Date): string {
  const stays = stored?.since !== undefined && isDeepStrictEqual(rhythmOf(stored), rhythmOf(policy));
  return stays ? (stored.since as string) : now.toISOString();
}

function rhythmOf({ keepDays, startTime, period }: PolicyValues): unknown {
  return { isOn: keepDays > 0, startTime, period };
}
