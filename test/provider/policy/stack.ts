import assert from "node:assert/strict";
import type { PolicyResource } from "@pulumi/policy";
import { check } from "../../../provider/core/arguments/check";
import { Settings } from "../../../provider/core/configuration/settings";
import type { Definition, Outputs } from "../../../provider/core/kind/definition";
import { type ReviewedStack, reviewedStack } from "../../../provider/policy/reviewed-stack";
import type { Finding, Rule } from "../../../provider/policy/rule";
import { services as ours, type Services } from "../../../provider/services/services";

// Of the SDK's own, though not told in its types: what is unknown throws when a policy reads it.
const { unknownCheckingProxy } = require("@pulumi/policy/proxy") as {
  unknownCheckingProxy: (props: Outputs) => Outputs;
};

export interface Written {
  /** `trove:Backup`, or the type of another provider. */
  type: string;
  name: string;
  args?: Outputs;
  /** What is stored, beside the arguments. */
  outputs?: Outputs;
  /** The arguments that the program marks secret. */
  secret?: string[];
  /** The names of the resources that an argument is made of. */
  from?: Record<string, string[]>;
  parent?: string;
}

/** The stack as the engine hands it to a policy, and as the rules see it. */
export function stackOf(...resources: Written[]): ReviewedStack {
  return stackIn(ours, ...resources);
}

export function stackIn(services: Services, ...resources: Written[]): ReviewedStack {
  return reviewedStack(asHandedOver(resources, services), services);
}

export function asHandedOver(resources: readonly Written[], services = ours): PolicyResource[] {
  const made = new Map(resources.map((written) => [written.name, resourceOf(written, services)]));
  const named = (name: string) => made.get(name) ?? assert.fail(`no resource ${name}`);
  for (const { name, from = {}, parent } of resources) {
    const references = Object.entries(from).map(([argument, names]) => [argument, names.map(named)]);
    Object.assign(named(name), { propertyDependencies: Object.fromEntries(references) });
    if (parent) Object.assign(named(name), { parent: named(parent) });
  }
  return [...made.values()];
}

function resourceOf({ type, name, args = {}, outputs, secret }: Written, services: Services): PolicyResource {
  const definition = services.definitionOf(type);
  const full = definition ? `pulumi-nodejs:dynamic/${type}` : type;
  const props = { ...(definition ? inputsOf(definition, args, secret) : args), ...outputs };
  const urn = `urn:pulumi:test::policed::${full}::${name}`;
  return { type: full, name, urn, props: unknownCheckingProxy(props), propertyDependencies: {} } as PolicyResource;
}

/** What `check` makes of the arguments, without what the engine keeps from policies. */
function inputsOf(definition: Definition, args: Outputs, secret: string[] = []): Outputs {
  const world = { now: new Date(), settings: new Settings(undefined), secrets: new Set(secret) };
  const { inputs, failures } = check(definition, {}, args, world);
  assert.deepEqual(failures, []);
  return Object.fromEntries(Object.entries(inputs).filter(([property]) => !property.startsWith("__")));
}

/** What the rule finds, by the names of the resources; the others meet it. */
export function found<C>(rule: Rule<C>, config: Partial<C>, stack: ReviewedStack): Record<string, Finding> {
  const defaults = Object.fromEntries(Object.entries(rule.config).map(([name, schema]) => [name, schema.default]));
  const all = rule.judge(stack, { ...(defaults as C), ...config });
  return Object.fromEntries(all.map((finding) => [finding.urn.slice(finding.urn.lastIndexOf("::") + 2), finding]));
}

export function assertFound(finding: Finding | undefined, verdict: Finding["verdict"], says: RegExp): void {
  assert.equal(finding?.verdict, verdict, finding?.text);
  assert.match(finding!.text, says);
}
