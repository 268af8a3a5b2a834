import type { EnforcementLevel, PolicyConfigSchema } from "@pulumi/policy";
import type { ReviewedStack } from "./reviewed-stack";

/** A finding of a rule about one resource. A resource that meets the rule has none. */
export interface Finding {
  urn: string;
  /** Undecided: something that the rule needs is not known or not documented. */
  verdict: "violated" | "undecided";
  text: string;
}

/** One rule over everything that the program declares: plain data and a pure function. */
export interface Rule<Config> {
  readonly name: string;
  readonly description: string;
  readonly level: EnforcementLevel;
  /** The keys of the policy's configuration, each with its default. */
  readonly config: PolicyConfigSchema["properties"];
  judge(stack: ReviewedStack, config: Config): Finding[];
}

export function violated({ urn }: { urn: string }, text: string): Finding {
  return { urn, verdict: "violated", text };
}

export function undecided({ urn }: { urn: string }, text: string): Finding {
  return { urn, verdict: "undecided", text };
}
