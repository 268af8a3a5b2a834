import type { Loss } from "../../plan/losses";
import type { StoredInstant } from "./instant";

export function isInstantFailed(stored: object): boolean {
  return (stored as StoredInstant).state === "failed";
}

/** Once it completed it is finished, also when the list does not show it any more. */
export function isInstantUnfinished(stored: object): boolean {
  return (stored as { lastBackupAt?: string }).lastBackupAt === undefined;
}

/** With onDelete "delete", a replacement deletes the files of the backup that it replaces. */
export function replacedInstant(id: string, stored: object): Loss[] {
  const { onDelete, state, finishedAt } = stored as StoredInstant & { finishedAt?: string };
  if (onDelete !== "delete" || state !== "ready") return [];
  return [
    {
      kind: "replace-recovery-point",
      property: "onDelete",
      value: id,
      text: `this change takes a new backup and deletes the files of backup ${id} (finished ${finishedAt ?? "at a time not known"})`,
    },
  ];
}
