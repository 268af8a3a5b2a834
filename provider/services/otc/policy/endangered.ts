import { DateTime } from "luxon";
import { utcTime } from "../../../core/ground/utc-time";
import type { Context } from "../../../core/kind/context";
import { pointsInWords } from "../../../plan/endangered";
import type { Loss } from "../../../plan/losses";
import { connect } from "../access/connection";
import type { BackupLists } from "../backup/backup-calls";
import { stateOf } from "../backup/backup-row";
import { automaticBackups, beganAt } from "./automatic";
import type { Policy } from "./policy-schema";

/** Returns the automated backups that a shorter retention, or turning the policy off, may remove. */
export async function endangeredByPolicy(
  context: Context,
  calls: BackupLists,
  { keepDays, instanceId }: Policy,
  { kind }: Loss,
): Promise<string | undefined> {
  if (kind !== "shorter-retention" && kind !== "disable") return undefined;
  const connection = await connect(context, calls.service);
  const limit = DateTime.utc().minus({ days: keepDays }).toMillis();
  const points = [];
  for await (const page of automaticBackups(connection, calls, { instance_id: instanceId })) {
    for (const row of page) {
      const isYounger = keepDays > 0 && beganAt(row) >= limit;
      if (stateOf(row) !== "ready" || isYounger) continue;
      points.push({ name: row.name ?? row.id, at: utcTime(row.begin_time) });
    }
  }
  const which =
    keepDays === 0 ? "automated backups of it" : `automated backups that are older than ${keepDays} days now`;
  if (points.length === 0) return `${calls.service.name} lists no ${which}`;
  return `${calls.service.name} lists ${which}, which may go: ${pointsInWords(points)}`;
}
