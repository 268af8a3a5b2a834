import { isDeepStrictEqual } from "node:util";
import { isSameId } from "../../../core/ground/same-id";
import type { Row } from "../api";
import { type Schedule, USUAL_RETENTION } from "../schema";
import { sourceOf } from "./standing";

/** The values that a call changes. */
export const CHANGEABLE = ["dayOfWeek", "hour", "minute", "fullBackupRetention"] as const;

/** The arguments that a row tells; ids as `like` writes them. What a row leaves out is not told. */
export function valuesIn(row: Row, like?: Pick<Schedule, "sourceId">): Partial<Schedule> {
  const { day_of_week: dayOfWeek, hour, minute, full_backup_retention: kept, copy_to: regions, source } = row;
  const sourceId = isSameId(sourceOf(row), like?.sourceId) ? like?.sourceId : sourceOf(row);
  const type = source?.type?.toLowerCase();
  return {
    ...(sourceId && { sourceId }),
    ...((type === "instance" || type === "ha") && { sourceType: type }),
    ...{ dayOfWeek, hour, minute },
    // Nothing stands for the usual number.
    ...(kept !== undefined && { fullBackupRetention: kept ?? USUAL_RETENTION }),
    ...(regions && { copyTo: copiesTo(regions) }),
  };
}

function copiesTo(regions: readonly string[]): Schedule["copyTo"] {
  const copies = [...new Set(regions.map((region) => region.toUpperCase()))].sort();
  return copies.length === 0 ? undefined : (copies as Schedule["copyTo"]);
}

/** The arguments among `names` that a row contradicts, with what it tells. */
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
