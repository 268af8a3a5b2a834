import { rangeInWords } from "../../plan/retention";
import type { OurResource } from "../reviewed-stack";
import { type Finding, type Rule, undecided, violated } from "../rule";

interface Config {
  days: number;
  recoveryPoints: boolean;
}

/** A rule that finds recovery points that are kept for too short a time. */
export const minimumRetention: Rule<Config> = {
  name: "minimum-retention",
  description: "Recovery points are kept for as long as is required.",
  level: "mandatory",
  config: {
    days: { type: "number", exclusiveMinimum: 0, default: 7, description: "The fewest days of history to keep." },
    recoveryPoints: {
      type: "boolean",
      default: false,
      description: "Whether backups on demand, beside plans, have to be kept for as long.",
    },
  },
  judge: ({ ours }, config) => ours.flatMap((resource) => judge(resource, config) ?? []),
};

function judge(resource: OurResource, { days, recoveryPoints }: Config): Finding | undefined {
  const { is, off, retention } = resource.described;
  // A plan that is off makes nothing to keep: that is a matter of maximum-rpo and coverage.
  if ((is === "recovery point" && !recoveryPoints) || off.value) return undefined;
  const kept = retention.days;
  if (kept.missing) return undecided(resource, `for how long its recovery points are kept is ${kept.missing}`);
  if (kept.value === "forever" || kept.value.least >= days) return undefined;
  const range = resource.shown(`${rangeInWords(kept.value)} days`);
  return violated(resource, `its recovery points are kept for ${range}; ${days} days are required`);
}
