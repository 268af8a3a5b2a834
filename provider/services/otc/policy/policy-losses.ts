import type { Loss } from "../../../plan/losses";
import { longestGapDays, weeklyGapHours } from "../../../plan/weekly";
import type { Policy } from "./policy-schema";

type LossRule = (stored: Policy, args: Policy) => Loss | undefined;

const disabled: LossRule = (stored, args) => {
  if (stored.keepDays === 0 || args.keepDays !== 0) return undefined;
  return {
    kind: "disable",
    property: "keepDays",
    value: "keepDays 0",
    text:
      `${stored.keepDays} => 0 turns automated backups off; whether those that exist are removed is not documented here; ` +
      "assume that they go",
  };
};

const shorterRetention: LossRule = (stored, args) => {
  if (stored.keepDays === 0 || args.keepDays === 0 || args.keepDays >= stored.keepDays) return undefined;
  const value = `${args.keepDays} days`;
  return {
    kind: "shorter-retention",
    property: "keepDays",
    value,
    text:
      `${stored.keepDays} => ${args.keepDays} days is a shorter retention; whether existing backups older than ${value} are ` +
      "removed is not documented; assume that they go",
  };
};

const lessFrequent: LossRule = (stored, args) => {
  if (stored.keepDays === 0 || args.keepDays === 0) return undefined;
  const from = stored.period;
  const to = from && args.period;
  if (!from || !to || (longestGapDays(to) <= longestGapDays(from) && to.length >= from.length)) return undefined;
  return {
    kind: "less-frequent",
    property: "period",
    value: to.join(","),
    text:
      `${from.join(",")} => ${to.join(",")} backs up less often: ${from.length} => ${to.length} a week, ` +
      `longest gap ${weeklyGapHours(from)} h => ${weeklyGapHours(to)} h`,
  };
};

export const policyLosses = [disabled, shorterRetention, lessFrequent];
