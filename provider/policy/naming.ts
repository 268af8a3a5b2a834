import type { AnyResource, OurResource } from "./reviewed-stack";

/**
 * Whether a resource of ours is for this instance. In a preview the id of a new one is not known, so what its argument
 * was made of counts too; made of several instances, it may be for any of them.
 */
export function names(our: OurResource, instance: AnyResource, instances: readonly AnyResource[]): Naming {
  const { target } = our.described;
  const ids = Object.values(target.ids);
  // The ids of an application are small numbers, which other things have too.
  if (instance.id !== undefined && target.kind === "database instance") {
    if (ids.some(({ value }) => value === instance.id)) return "yes";
    if (ids.every(({ missing }) => missing !== "not known yet")) return "no";
  }
  const made = lineagesOf(our).filter((lineage) => instances.some(({ urn }) => lineage.includes(urn)));
  const ofThis = made.filter((lineage) => lineage.includes(instance.urn));
  if (made.length === 0) return ids.some(({ missing }) => missing === "not known yet") ? "perhaps" : "no";
  if (ofThis.length === 0) return "no";
  return ofThis.length === made.length ? "yes" : "perhaps";
}

export type Naming = "yes" | "perhaps" | "no";

/** Of each resource that its target's ids are made of: itself, and what it is a part of. */
function lineagesOf({ described, references }: OurResource): readonly (readonly string[])[] {
  return Object.keys(described.target.ids).flatMap((argument) => references[argument] ?? []);
}
