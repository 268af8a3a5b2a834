import { printable } from "../../core/ground/printable";
import { columns } from "../columns";
import type { ResourceStatus, Status } from "./status";

const HEADS = ["NAME", "KIND", "HEALTH", "NEWEST BACKUP", "AGE", "LONGEST GAP"];

/** A line for each resource, in columns. */
export function table({ stack, resources }: Status): string {
  if (resources.length === 0) return `no backup plan, policy or recovery point in stack ${printable(stack) || "?"}\n`;
  return `${columns([HEADS, ...resources.map(cellsOf)])}\n`;
}

function cellsOf({ name, kind, health, lastBackupAt, ageHours, longestGapHours }: ResourceStatus): string[] {
  return [printable(name), kind, printable(health), lastBackupAt ?? "-", hours(ageHours), hours(longestGapHours)];
}

function hours(count: number | undefined): string {
  if (count === undefined) return "-";
  return count < 48 ? `${Math.floor(count)} h` : `${Math.floor(count / 24)} days`;
}
