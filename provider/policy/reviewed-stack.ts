import type { PolicyResource } from "@pulumi/policy";
import { describe } from "../core/arguments/describe";
import { UNKNOWN } from "../core/ground/unknowns";
import type { Definition, Outputs } from "../core/kind/definition";
import type { Described } from "../plan/described";
import { kindOfType } from "../program/types";
import type { Engine, Services } from "../services/services";
import { readable } from "./readable";

/** Any resource of a stack after a preview or an update. */
export interface AnyResource {
  urn: string;
  name: string;
  type: string;
  /** Its id, where its properties have it and it is known. */
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
  /** The resources from which each property was made, and then their parents. */
  references: Readonly<Record<string, readonly (readonly string[])[]>>;
  /** Returns the text, unless it may have a secret: a policy gets secrets in plain text. */
  shown(text: string): string;
}

export interface ReviewedStack {
  ours: readonly OurResource[];
  others: readonly AnyResource[];
  /** The types of all providers that make what the services back up. */
  instanceTypes: readonly string[];
}

/** Returns the engine's resources in the terms of this package. */
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
  // Only this hidden input tells a policy which values are secret.
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
