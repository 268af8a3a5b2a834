import { UNKNOWN } from "../../core/ground/unknowns";
import type { OurResource } from "../reviewed-stack";
import { type Finding, type Rule, undecided, violated } from "../rule";

interface Config {
  states: string[];
}

/** A rule that finds plans and recovery points that the last run or refresh left failed, pending or unknown. */
export const noUnfinished: Rule<Config> = {
  name: "no-unfinished",
  description: "No plan or recovery point is stored as failed, pending or unknown.",
  // As mandatory, it would keep the run from starting that mends it.
  level: "advisory",
  config: {
    states: {
      type: "array",
      items: { type: "string", enum: ["failed", "unknown", "pending", "deleting"] },
      default: ["failed", "unknown", "pending"],
      description: "The states to report.",
    },
  },
  judge: ({ ours }, config) => ours.flatMap((resource) => judge(resource, config) ?? []),
};

function judge(resource: OurResource, { states }: Config): Finding | undefined {
  const { state, vendorStatus } = resource.props;
  if (state === undefined || state === UNKNOWN) {
    return undecided(resource, "this run creates or changes it, and the state that it comes to is not known yet");
  }
  if (!states.includes(`${state}`)) return undefined;
  const word = typeof vendorStatus === "string" ? ` (${vendorStatus})` : "";
  return violated(resource, `its stored state is ${state}${word}: pulumi refresh looks again, pulumi up finishes it`);
}
