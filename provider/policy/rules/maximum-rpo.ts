import { type Gap, gapInWords } from "../../plan/schedule";
import type { OurResource } from "../reviewed-stack";
import { type Finding, type Rule, undecided, violated } from "../rule";

interface Config {
  hours: number;
  longestRunHours: number;
}

/** A rule that finds plans with a long RPO: the longest gap and the longest run together. */
export const maximumRpo: Rule<Config> = {
  name: "maximum-rpo",
  description: "A backup plan leaves no longer time uncovered than is allowed.",
  level: "mandatory",
  config: {
    hours: {
      type: "number",
      exclusiveMinimum: 0,
      default: 25,
      description: "For how many hours data may be lost. A daily window of one hour makes 25.",
    },
    longestRunHours: {
      type: "number",
      minimum: 0,
      default: 0,
      description:
        "For how many hours a backup may run: added to the longest gap, since nobody knows that before it ends.",
    },
  },
  judge: ({ ours }, config) => ours.flatMap((resource) => judge(resource, config) ?? []),
};

function judge(resource: OurResource, config: Config): Finding | undefined {
  const { is, off, schedule } = resource.described;
  if (is !== "plan") return undefined;
  if (off.missing) return undecided(resource, `whether it is turned off is ${off.missing}`);
  if (off.value)
    return violated(resource, `is turned off: nothing is backed up, and ${allowed(config)}. Turn it on, or remove it`);
  const gap = schedule?.longestGap ?? { missing: "not documented" };
  if (gap.missing) return undecided(resource, `its longest gap between two backups is ${gap.missing}`);
  const { hours, longestRunHours } = config;
  if (gap.value.hours + longestRunHours > hours) return violated(resource, tooLong(resource, gap.value, config));
  if (!gap.value.about) return undefined;
  const about = resource.shown(gapInWords(gap.value));
  return undecided(resource, `its longest gap between two backups is ${about}; how long exactly is not documented`);
}

function tooLong(resource: OurResource, gap: Gap, config: Config): string {
  const { longestRunHours } = config;
  const run =
    longestRunHours > 0 ? `a run may take ${longestRunHours} h (longestRunHours)` : "the time of a run has to be added";
  const longest = resource.shown(gapInWords(gap));
  const rpo = resource.shown(gapInWords({ ...gap, hours: gap.hours + longestRunHours }));
  return (
    `its RPO is ${rpo} (the longest gap between two backups is ${longest}, and ${run}), and ${allowed(config)}. ` +
    "Let it run more often, or raise hours"
  );
}

function allowed({ hours }: Config): string {
  return `data of at most ${hours} h may be lost (hours)`;
}
