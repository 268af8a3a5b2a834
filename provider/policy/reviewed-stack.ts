import type { PolicyResource } from "@pulumi/policy";
import { describe } from "../core/arguments/describe";
import { UNKNOWN } from "../core/ground/unknowns";
import type { Definition, Outputs } from "../core/kind/definition";
import type { Described } from "../plan/described";
import { kindOfType } from "../program/types";
import type { Engine, Services } from "../services/services";
import { readable } from "./readable";

/** Any resource of a stack, as a preview or an update leaves it. */
export interface AnyResource {
  urn: string;
  name: string;
  type: string;
  /** Where its provider shows it among its properties, and it is known. */
  id: string | undefined;
}

/** A resource of this package. */
export interface OurResource extends AnyResource {
  /** `<service>:<Kind>`. */
  kind: string;
  /** The engine side of its service. */
  engine: Engine;
  definition: Definition;
  described: Described;
  props: Outputs;
  /** The resources that each property was made of: the resources themselves, then those that they are parts of. */
  references: Readonly<Record<string, readonly (readonly string[])[]>>;
  /** The text, unless a secret may be in it: a policy is given secrets in plain text. */
  shown(text: string): string;
}

export interface ReviewedStack {
  ours: readonly OurResource[];
  others: readonly AnyResource[];
  /** The types, of whatever provider, that make what the services back up. */
  instanceTypes: readonly string[];
}

/** Returns the engine's resources in this package's own terms. */
export function reviewedStack(resources: readonly PolicyResource[], services: Services): ReviewedStack {
  const ours: OurResource[] = [];
  const others: AnyResource[] = [];
  for (const resource of resources) {
    const our = ourResource(resource, services);
    if (our) ours.push(our);
    else others.push(anyResource(resource, readable(resource.props)));
  }
  return { ours, others, instanceTypes: services.instanceTypes };
}

function ourResource(resource: PolicyResource, services: Services): OurResource | undefined {
  const kind = kindOfType(resource.type) ?? "";
  const [engine, definition] = [services.engineOf(kind), services.definitionOf(kind)];
  if (!engine || !definition) return undefined;
  const props = readable(resource.props);
  // It names every secret as such, and nothing else tells a policy of them.
  const hasSecret = `${props.summary}`.includes("[secret]");
  return {
    ...anyResource(resource, props),
    kind,
    engine,
    definition,
    described: describe(definition, props),
    props,
    references: Object.fromEntries(
      Object.entries(resource.propertyDependencies).map(([name, on]) => [name, on.map(lineage)]),
    ),
    shown: (text) => (hasSecret ? "[secret]" : text),
  };
}

function anyResource({ urn, name, type }: PolicyResource, { id }: Outputs): AnyResource {
  return { urn, name, type, id: typeof id === "string" && id !== UNKNOWN ? id : undefined };
}

function lineage(resource: PolicyResource): string[] {
  return resource.parent ? [resource.urn, ...lineage(resource.parent)] : [resource.urn];
}
