import type { Described } from "../plan/described";
import { gapInWords, PATIENCE } from "../plan/schedule";
import type { Reviewed } from "./reading/reviewed";
import type { Side } from "./reading/side";
import type { Unhealthy } from "./report";
import { ageInWords } from "./words/words";

const HOUR = 3_600_000;

/** Returns the bad health that the last `up` or `refresh` left in the state, or nothing. */
export function unhealthIn(resource: Reviewed, now: Date): Omit<Unhealthy, "resource"> | undefined {
  const { old, change } = resource;
  if (!old || change === "removed") return undefined;
  const { health, state, lastBackupAt } = old.outputs;
  const last =
    lastBackupAt === undefined ? "no completed backup is known" : `last completed backup ${ago(lastBackupAt, now)}`;
  if (health === "overdue") return { health, what: `overdue: ${last}${longest(old.described)}` };
  if (health === "failed") return { health, what: `its newest backup failed; ${last}` };
  if (health === "never-ran") return { health, what: "never ran" };
  if (old.described?.is === "recovery point" || state === "unknown") return unfinished(state, old.described?.is);
  if (!isOld(old, now)) return undefined;
  const what = `${last}${longest(old.described)}, as far as the last refresh tells: run pulumi refresh`;
  return { health: "unknown", what };
}

function unfinished(state: unknown, what = "resource"): Omit<Unhealthy, "resource"> | undefined {
  if (state === "failed")
    return { health: "unfinished", what: `this ${what} failed: the next pulumi up makes another` };
  return state === "unknown" ? { health: "unfinished", what: `whether this ${what} exists is not known` } : undefined;
}

function longest(described: Described | undefined): string {
  const gap = described?.schedule?.longestGap.value;
  return gap ? `, longest gap ${gapInWords(gap)}` : "";
}

/** Returns whether the newest completed backup is older than the schedule allows. */
export function isOld({ outputs, described }: Side, now: Date): boolean {
  const { lastBackupAt } = outputs;
  const gap = described?.schedule?.longestGap.value;
  if (gap === undefined || typeof lastBackupAt !== "string") return false;
  return now.getTime() - new Date(lastBackupAt).getTime() > gap.hours * PATIENCE * HOUR;
}

/** `2026-11-01T00:00:00Z (20 days ago)`. */
function ago(time: unknown, now: Date): string {
  const hours = Math.floor((now.getTime() - new Date(`${time}`).getTime()) / HOUR);
  if (!Number.isFinite(hours)) return `${time}`;
  return `${time} (${ageInWords(hours)} ago)`;
}
