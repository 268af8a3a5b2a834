import type { Report } from "../../../provider/review/report";
import { review } from "../../../provider/review/review";
import { shopPlan } from "../../kinds/example-shop";
import { previewOf, type Step } from "./preview-of";

export const now = new Date("2030-01-10T12:00:00Z");

const { applicationExtension: _files, databaseExtension: _database, ...shop } = shopPlan;
export const plan = { ...shop, startBackupFromNow: true };
export const policy = { instanceId: "i-1", keepDays: 14, startTime: "23:00-00:00", period: [1, 2, 3, 4, 5, 6, 7] };
export const PLAN = { kind: "serveravatar:BackupPlan", name: "shop" };
export const POLICY = { kind: "dds:BackupPolicy", name: "documents" };
export const POINT = { kind: "trove:Backup", name: "orders" };
export const finished = { lastBackupAt: "2029-12-31T00:00:00Z", finishedAt: "2029-12-31T00:00:00Z", state: "ready" };

export function reviewed(...steps: Step[]): Report {
  return review(previewOf(steps), now);
}
