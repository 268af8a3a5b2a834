import { isSameId } from "../../../core/ground/same-id";
import { utcTime } from "../../../core/ground/utc-time";
import type { Outputs } from "../../../core/kind/definition";
import type { State } from "../../../plan/state";
import type { OtcBackup } from "./backup-calls";
import type { Row } from "./backup-list";

const STATES: Record<string, State> = {
  BUILDING: "pending",
  COMPLETED: "ready",
  FAILED: "failed",
  DISABLED: "deleting",
  DELETING: "deleting",
};

const BYTES_PER_KB = 1024;

export function stateOf(row: Row): State {
  return STATES[row.status.toUpperCase()] ?? "unknown";
}

export function outputsOf(row: Row): Outputs {
  const state = stateOf(row);
  const finishedAt = state === "pending" ? undefined : utcTime(row.end_time);
  return {
    vendorStatus: row.status,
    startedAt: utcTime(row.begin_time),
    finishedAt,
    lastBackupAt: state === "ready" ? (finishedAt ?? utcTime(row.begin_time)) : undefined,
    sizeBytes: state === "ready" && typeof row.size === "number" ? Math.round(row.size * BYTES_PER_KB) : undefined,
    datastore: row.datastore ?? undefined,
  };
}

/** Returns the arguments that a row shows. */
export function argumentsOf({ instance_id: instanceId, name, description, databases }: Row): OtcBackup {
  return {
    instanceId,
    ...(name && { name }),
    ...(description && { description }),
    ...(databases?.length && { databases: databases.map(({ name }) => ({ name })) }),
  };
}

/** Returns the arguments that a row contradicts. A missing value contradicts nothing. */
export function differences(row: Row, args: OtcBackup): [string, unknown][] {
  const declared = args.databases && namesOf(args.databases);
  const shown: [string, unknown, unknown][] = [
    ["instanceId", isSameId(row.instance_id, args.instanceId) ? args.instanceId : row.instance_id, args.instanceId],
    ["name", row.name, args.name],
    ["description", row.description === undefined ? args.description : (row.description ?? ""), args.description],
    ["databases", row.databases ? namesOf(row.databases) : declared, declared],
  ];
  return shown
    .filter(([, there, wanted]) => wanted !== undefined && there !== wanted)
    .map(([name, there]) => [name, there]);
}

/** Returns the differences that count in an adoption: without `databases`, the row must be one of the whole instance. */
export function adoptionDifferences(row: Row, args: OtcBackup): [string, unknown][] {
  const different = differences(row, args);
  const some = args.databases === undefined ? (row.databases ?? []) : [];
  return some.length > 0 ? [...different, ["databases", namesOf(some)]] : different;
}

function namesOf(databases: readonly { name: string }[]): string {
  return databases
    .map(({ name }) => name)
    .sort()
    .join(", ");
}
