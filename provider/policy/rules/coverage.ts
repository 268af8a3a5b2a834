import { type Aim, aimOf, isFor } from "../aim";
import type { AnyResource, OurResource } from "../reviewed-stack";
import { type Finding, type Rule, undecided, violated } from "../rule";

interface Config {
  types: string[];
  exceptions: Record<string, string>;
  recoveryPoints: "where there is no plan" | "always" | "never";
}

/** A rule that finds instances without a plan, among the types that the services of this package back up. */
export const coverage: Rule<Config> = {
  name: "coverage",
  description: "Each database instance of the stack has a backup plan, or a stated exception.",
  level: "mandatory",
  config: {
    types: {
      type: "array",
      items: { type: "string", minLength: 1 },
      default: [],
      description: "Types that need a plan beside the database instances that the services of this package back up.",
    },
    exceptions: {
      type: "object",
      additionalProperties: { type: "string", minLength: 1 },
      default: {},
      description:
        'Instances that need no plan, by URN or by type and name, and why: { "my:index:Database::cache": "rebuilt" }.',
    },
    recoveryPoints: {
      type: "string",
      enum: ["where there is no plan", "always", "never"],
      default: "where there is no plan",
      description:
        "When a backup on demand counts as a plan: for a service that has no plan in this package, always, or never.",
    },
  },
  judge({ ours, others, instanceTypes }, config) {
    const types = new Set([...config.types, ...instanceTypes]);
    const instances = others.filter(({ type }) => types.has(type));
    const urns = new Set(instances.map(({ urn }) => urn));
    const aims = ours.map((our) => aimOf(our, urns));
    const open = instances.filter((instance) => !isExcepted(instance, config));
    return open.flatMap((instance) => judge(instance, aims, config) ?? []);
  },
};

function judge(instance: AnyResource, aims: readonly Aim[], config: Config): Finding | undefined {
  const able = aims.filter(({ our }) => isAble(our, instance, config));
  const naming = able.filter((aim) => isFor(aim, instance) === "yes").map(({ our }) => our);
  const enough = naming.filter((our) => suffices(our, config));
  if (enough.some(({ described }) => described.off.value === false)) return undefined;
  const inDoubt = enough.find(({ described }) => described.off.missing);
  if (inDoubt) return undecided(instance, `whether its plan ${inDoubt.name} is turned off is not known yet`);
  const other = able.find((aim) => suffices(aim.our, config) && isFor(aim, instance) === "perhaps");
  if (other) return undecided(instance, `whether ${other.our.name} is for it is not known yet`);
  return violated(instance, `${why(naming, enough)}: ${WAYS_OUT}`);
}

const WAYS_OUT = "give it one, made with its id, or state in coverage.exceptions why it needs none";

function why([named]: readonly OurResource[], [off]: readonly OurResource[]): string {
  if (off) return `has no backup plan that is on: ${off.name} is turned off`;
  return named ? `has no backup plan: ${named.name} is a backup on demand` : "has no backup plan";
}

function isExcepted({ urn, type, name }: AnyResource, { exceptions }: Config): boolean {
  return Object.hasOwn(exceptions, urn) || Object.hasOwn(exceptions, `${type}::${name}`);
}

function isAble({ engine }: OurResource, { type }: AnyResource, { types }: Config): boolean {
  return types.includes(type) || engine.instanceTypes.includes(type);
}

function suffices({ engine, described }: OurResource, { recoveryPoints }: Config): boolean {
  if (described.is === "plan" || recoveryPoints === "always") return true;
  // Recovery points are what triggers make anew.
  const hasPlan = Object.values(engine.kinds).some(({ triggers }) => !triggers);
  return recoveryPoints === "where there is no plan" && !hasPlan;
}
