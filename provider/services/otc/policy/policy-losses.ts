import { surelyChanged } from "../../../core/ground/unknowns";
import type { Loss } from "../../../plan/losses";
import { longestGapDays, weeklyGapHours } from "../../../plan/weekly";
import type { Policy } from "./policy-schema";

type LossRule = (stored: Policy, args: Policy) => Loss | undefined;

/** The statements of a service's guide about existing automated backups. */
export interface PolicyWords {
  /** The effect of a shorter retention on older ones. */
  older(days: string): string;
  /** The effect of turning the policy off. Left out: it cannot be turned off. */
  off?: string;
  /** The backups that the service makes beside the starts in its window, if any. */
  starts?: string;
}

const disabled =
  (words: PolicyWords): LossRule =>
  (stored, args) => {
    if (stored.keepDays === 0 || args.keepDays !== 0) return undefined;
    return {
      kind: "disable",
      property: "keepDays",
      value: "keepDays 0",
      text: `${stored.keepDays} => 0 turns automated backups off; ${words.off}`,
    };
  };

const shorterRetention =
  (words: PolicyWords): LossRule =>
  (stored, args) => {
    if (stored.keepDays === 0 || args.keepDays === 0 || args.keepDays >= stored.keepDays) return undefined;
    const value = `${args.keepDays} days`;
    return {
      kind: "shorter-retention",
      property: "keepDays",
      value,
      text: `${stored.keepDays} => ${args.keepDays} days is a shorter retention; ${words.older(value)}`,
    };
  };

const lessFrequent: LossRule = (stored, args) => {
  const from = stored.period;
  const to = from && args.period;
  if (stored.keepDays === 0 || args.keepDays === 0) return undefined;
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

/** Returns the rules for a policy that stays on its instance. One that moves is compared with what its new instance has. */
export function policyLosses(words: PolicyWords): LossRule[] {
  const rules = [disabled(words), shorterRetention(words), lessFrequent];
  const moves = (stored: Policy, args: Policy) => surelyChanged(args, stored, ["instanceId"]).length > 0;
  return rules.map((rule) => (stored, args) => (moves(stored, args) ? undefined : rule(stored, args)));
}
