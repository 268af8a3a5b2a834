import { DAILY, type Schedule, USUAL_RETENTION } from "./schema";

const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

export function fullDay(dayOfWeek: number): string {
  return dayOfWeek === DAILY ? "every day" : `on ${DAYS[dayOfWeek]}`;
}

/** `Sun`. */
export function shortDay(dayOfWeek: number): string {
  return DAYS[dayOfWeek]!.slice(0, 3);
}

export function time(hour: number, minute: number): string {
  return [hour, minute].map((part) => `${part}`.padStart(2, "0")).join(":");
}

/** Returns the days between two full backups. */
export function daysApart(dayOfWeek: number): number {
  return dayOfWeek === DAILY ? 1 : 7;
}

/** `2 weekly full backups`. */
export function keptInWords({ dayOfWeek, fullBackupRetention: count = USUAL_RETENTION }: Schedule): string {
  return `${count} ${dayOfWeek === DAILY ? "daily" : "weekly"} full backup${count === 1 ? "" : "s"}`;
}

export function sourceInWords({ sourceType, sourceId }: Pick<Schedule, "sourceType" | "sourceId">): string {
  return `${sourceType === "ha" ? "HA group" : "instance"} ${sourceId}`;
}
