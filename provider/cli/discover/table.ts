import { printable } from "../../core/ground/printable";
import type { Found } from "../../core/kind/found";
import { columns } from "../columns";
import type { Discovered } from "./report";

const HEADS = ["WHAT", "ID", "NAME", "OF", "STATUS", "NEWEST BACKUP", "REMARK"];

/** Returns a line for each thing, in columns, and what has no plan. */
export function table({ service, found, withoutPlan }: Discovered): string {
  if (found.length === 0) return `${service}: this account shows nothing\n`;
  const lines = columns([HEADS, ...found.map((each) => cellsOf(each).map(printable))]);
  const targets = found.filter(({ is }) => is === "target").length;
  const without = withoutPlan.length > 0 ? `: ${withoutPlan.map(printable).join(", ")}` : "";
  const last = `${withoutPlan.length} of ${targets} targets without a plan that is seen${without}`;
  return `${lines}\n\n${last}\n`;
}

function cellsOf({ is, id, name, targets, status, lastBackupAt, note }: Found): string[] {
  return [is, id, name ?? "-", targets.join(", ") || "-", status ?? "-", lastBackupAt ?? "-", note ?? ""];
}
