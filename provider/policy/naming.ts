import type { AnyResource, OurResource } from "./reviewed-stack";

/**
 * Whether a resource of ours is for this instance. In a preview the id of a new one is not known, so what its argument
 * was made of counts too; made of several instances, it may be for any of them.
 */
export function names(our: OurResource, instance: AnyResource, instances: readonly AnyResource[]): Naming {
  const ids = Object.values(our.described.target.ids);
  if (instance.id !== undefined) {
    if (ids.some(({ value }) => value === instance.id)) return "yes";
    if (ids.every(({ missing }) => missing !== "not known yet")) return "no";
  }
  const referred = instances.filter(({ urn }) => refersTo(our, urn));
  if (!referred.includes(instance)) {
    const open = referred.length === 0 && ids.some(({ missing }) => missing === "not known yet");
    return open ? "perhaps" : "no";
  }
  return referred.length === 1 ? "yes" : "perhaps";
}

export type Naming = "yes" | "perhaps" | "no";

function refersTo({ described, references }: OurResource, urn: string): boolean {
  const lineages = Object.keys(described.target.ids).flatMap((argument) => references[argument] ?? []);
  return lineages.some((lineage) => lineage.includes(urn));
}
