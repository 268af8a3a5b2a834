import { isDeepStrictEqual } from "node:util";
import { isSameId } from "../../../core/ground/same-id";
import type { Row } from "../api";
import { type Schedule, USUAL_RETENTION } from "../schema";
import { sourceOf } from "./standing";

/** The arguments that an update can change. */
export const CHANGEABLE = ["dayOfWeek", "hour", "minute", "fullBackupRetention"] as const;

/** Returns the arguments that a row shows, with ids as `like` writes them. */
export function valuesIn(row: Row, like?: Pick<Schedule, "sourceId">): Partial<Schedule> {
  const { day_of_week: dayOfWeek, hour, minute, full_backup_retention: kept, copy_to: regions, source } = row;
  const sourceId = isSameId(sourceOf(row), like?.sourceId) ? like?.sourceId : sourceOf(row);
  const type = source?.type?.toLowerCase();
  return {
    ...(sourceId && { sourceId }),
    ...((type === "instance" || type === "ha") && { sourceType: type }),
    ...{ dayOfWeek, hour, minute },
    // A row without the number has the default.
    ...(kept !== undefined && { fullBackupRetention: kept ?? USUAL_RETENTION }),
    ...(regions && { copyTo: copiesTo(regions) }),
  };
}

function copiesTo(regions: readonly string[]): Schedule["copyTo"] {
  const copies = [...new Set(regions.map((region) => region.toUpperCase()))].sort();
  return copies.length === 0 ? undefined : (copies as Schedule["copyTo"]);
}

/** Returns the arguments among `names` that the row contradicts, each with the row's value. */
export function differences(
  row: Row,
  args: Schedule,
  names: readonly (keyof Schedule)[],
): [name: keyof Schedule, there: unknown][] {
  const there = valuesIn(row, args);
  return names
    .filter((name) => name in there && !isDeepStrictEqual(there[name], args[name]))
    .map((name) => [name, there[name]]);
}
