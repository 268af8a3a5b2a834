import * as pulumi from "@pulumi/pulumi";
import { shopPlan } from "../../kinds/example-shop";
import type { Make } from "./make";

/** What Pulumi itself takes for the arguments of a plan: a provider that does nothing with them. */
class Bare extends pulumi.dynamic.Resource {
  constructor(name: string) {
    super({ create: async (inputs) => ({ id: "1", outs: inputs }) }, name, { ...shopPlan });
  }
}

export const make: Make = (name) => new Bare(name);
