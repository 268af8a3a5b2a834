import type { Outputs } from "../core/kind/definition";
import type { Described } from "../plan/described";
import { gapInWords, PATIENCE } from "../plan/schedule";
import type { Reviewed } from "./reading/reviewed";

const HOUR = 3_600_000;

/** What the last `up` or `refresh` left in state about its backups, where that is not well. */
export function unhealthIn({ old, change, wasGone }: Reviewed, now: Date): string | undefined {
  if (wasGone) return "gone from the cloud";
  if (!old || change === "removed") return undefined;
  const { health, state, lastBackupAt } = old.outputs;
  const last =
    lastBackupAt === undefined ? "no completed backup is known" : `last completed backup ${ago(lastBackupAt, now)}`;
  if (health === "overdue") return `overdue: ${last}${longest(old.described)}`;
  if (health === "failed") return `its newest backup failed; ${last}`;
  if (health === "never-ran") return "never ran";
  if (old.described?.is === "recovery point") return unfinished(state);
  return isOld(old.outputs, old.described, now)
    ? `${last}${longest(old.described)}, as far as the last refresh tells: run pulumi refresh`
    : undefined;
}

function unfinished(state: unknown): string | undefined {
  if (state === "failed") return "this recovery point failed: the next pulumi up makes another";
  return state === "unknown" ? "whether this recovery point exists is not known" : undefined;
}

function longest(described: Described | undefined): string {
  const gap = described?.schedule?.longestGap.value;
  return gap ? `, longest gap ${gapInWords(gap)}` : "";
}

function isOld({ lastBackupAt }: Outputs, described: Described | undefined, now: Date): boolean {
  const gap = described?.schedule?.longestGap.value;
  if (gap === undefined || typeof lastBackupAt !== "string") return false;
  return now.getTime() - new Date(lastBackupAt).getTime() > gap.hours * PATIENCE * HOUR;
}

/** `2026-11-01T00:00:00Z (20 days ago)`. */
function ago(time: unknown, now: Date): string {
  const hours = Math.floor((now.getTime() - new Date(`${time}`).getTime()) / HOUR);
  if (!Number.isFinite(hours)) return `${time}`;
  return `${time} (${hours < 48 ? `${hours} h` : `${Math.floor(hours / 24)} days`} ago)`;
}
