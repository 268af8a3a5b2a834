import type { Stated } from "../plan/stated";
import type { AnyResource, OurResource } from "./reviewed-stack";

/** The instances that a resource of this package backs up, as far as a policy can see them. */
export interface Aim {
  our: OurResource;
  ids: readonly Stated<string>[];
  /** The instances from which the ids of its target come, with their parents. */
  made: readonly (readonly string[])[];
}

/** `instances` are the URNs of all instances. */
export function aimOf(our: OurResource, instances: ReadonlySet<string>): Aim {
  const { ids } = our.described.target;
  const lineages = Object.keys(ids).flatMap((argument) => our.references[argument] ?? []);
  const made = lineages.filter((lineage) => lineage.some((urn) => instances.has(urn)));
  return { our, ids: Object.values(ids), made };
}

/**
 * Returns whether the resource is for this instance. In a preview the id of a new instance is not known; then the resources
 * from which the argument was made count, and with several of them each one may be it.
 */
export function isFor({ our, ids, made }: Aim, { urn, id }: AnyResource): "yes" | "perhaps" | "no" {
  const open = ids.some(({ missing }) => missing === "not known yet");
  // An application's id is a small number, which other things may have, too.
  if (id !== undefined && our.described.target.kind === "database instance") {
    if (ids.some(({ value }) => value === id)) return "yes";
    if (!open) return "no";
  }
  if (made.length === 0) return open ? "perhaps" : "no";
  const ofThis = made.filter((lineage) => lineage.includes(urn));
  if (ofThis.length === 0) return "no";
  return ofThis.length === made.length ? "yes" : "perhaps";
}
