import * as pulumi from "@pulumi/pulumi";
import { nthPlan } from "../../kinds/serveravatar/nth-plan";
import type { Made } from "./made";

/** What Pulumi itself takes for the arguments of a plan: a provider that does nothing with them. */
class Bare extends pulumi.dynamic.Resource {
  constructor(name: string, args: object) {
    super({ create: async (inputs) => ({ id: "1", outs: inputs }) }, name, { ...args });
  }
}

export const made: Made = { Resource: Bare, args: nthPlan };
