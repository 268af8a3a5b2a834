import { UNKNOWN } from "../../../provider/core/ground/unknowns";
import type { Outputs } from "../../../provider/core/kind/definition";
import { shopBackup } from "../../kinds/example-shop";
import type { Written } from "./stack";

export { UNKNOWN };

export const TROVE_INSTANCE = "d4603f69-ec7e-4e9b-803f-600b9205576f";

const backup = { ...shopBackup };

/** A plan of ServerAvatar: every day, kept for 12 months on ServerAvatar's own storage. */
export function plan(args: Outputs = {}, more: Partial<Written> = {}): Written {
  const all = { ...backup, automaticBackup: true, schedule: "Every Day", ...args };
  return { type: "serveravatar:BackupPlan", name: "plan", args: all, ...more };
}

/** One backup of ServerAvatar, kept for 12 months. */
export function instant(args: Outputs = {}): Written {
  return { type: "serveravatar:Backup", name: "instant", args: { ...backup, ...args } };
}

/** A policy of DDS: every day, kept for 7 days. */
export function policy(args: Outputs = {}, more: Partial<Written> = {}): Written {
  const all = { instanceId: "abc", keepDays: 7, startTime: "01:00-02:00", period: [1, 2, 3, 4, 5, 6, 7], ...args };
  return { type: "dds:BackupPolicy", name: "policy", args: all, ...more };
}

/** A backup of Trove: a full one. */
export function point(name = "point", args: Outputs = {}, more: Partial<Written> = {}): Written {
  return { type: "trove:Backup", name, args: { instance: TROVE_INSTANCE, ...args }, ...more };
}

/** An incremental backup of Trove, on another one of the program. */
export function incremental(name: string, on: string): Written {
  return point(name, { parentId: UNKNOWN }, { from: { parentId: [on] } });
}
