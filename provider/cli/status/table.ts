import { printable } from "../../core/ground/printable";
import { ageInWords } from "../../review/words/words";
import { columns } from "../columns";
import type { ResourceStatus, Status } from "./status";

const HEADS = ["NAME", "KIND", "HEALTH", "NEWEST BACKUP", "AGE", "LONGEST GAP", "NEXT RUN"];

/** Returns a line for each resource, in columns. */
export function table({ stack, resources }: Status): string {
  if (resources.length === 0)
    return `no backup plan, policy or recovery point in ${stack === "" ? "this state" : `stack ${printable(stack)}`}\n`;
  const lines = [HEADS, ...resources.map(cellsOf)];
  // Only few services tell the next run.
  const isTold = resources.some(({ nextRun }) => nextRun !== undefined);
  return `${columns(isTold ? lines : lines.map((cells) => cells.slice(0, -1)))}\n`;
}

function cellsOf({ name, kind, health, nextRun, ...times }: ResourceStatus): string[] {
  const { lastBackupAt = "-", ageHours, longestGapHours } = times;
  const known = [printable(name), kind, printable(health), lastBackupAt, hours(ageHours), hours(longestGapHours)];
  return [...known, nextRun === undefined ? "-" : printable(nextRun)];
}

function hours(count: number | undefined): string {
  return count === undefined ? "-" : ageInWords(count);
}
