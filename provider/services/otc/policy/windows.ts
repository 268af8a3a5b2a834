import type { Runs } from "../../../plan/schedule";
import { weeklyRuns } from "../../../plan/weekly";
import type { PolicyValues } from "./policy-schema";

/** Returns the windows in which the backups of a policy begin; nothing where it does not tell them. */
export function windowsOf({ startTime, period }: Pick<PolicyValues, "startTime" | "period">): Runs | undefined {
  const [, hour, minute] = /^(\d\d):(\d\d)-/.exec(startTime ?? "") ?? [];
  if (hour === undefined || minute === undefined || !period?.length) return undefined;
  return weeklyRuns(period, Number(hour), Number(minute));
}
