import type { Definition } from "../../../core/kind/definition";
import { type Plan, planFields } from "../schema";

/** The arguments that leave the work of a plan as it is: a plan that differs in them alone makes the same backups again. */
const START = ["name", "startBackup", "startBackupFromNow"];

const WORK = Object.keys(planFields).filter((name) => !START.includes(name)) as (keyof Plan)[];

/** The work of a plan; an instant backup is made once. */
export const planWork: Definition<Plan>["work"] = {
  of: (plan) => (plan.automaticBackup ? WORK.map((name) => plan[name] ?? null) : undefined),
  refused: (holder) =>
    `schedule: ${holder} declares the same plan, which differs at most in its start, and ServerAvatar would run both. ` +
    "Take one of the two out of the program, or change what one of them backs up, how often, for how long or where",
};
