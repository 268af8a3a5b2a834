import type { Stated } from "../plan/stated";
import type { AnyResource, OurResource } from "./reviewed-stack";

/** Which instances a resource of ours is for, as far as a policy is shown it. */
export interface Aim {
  our: OurResource;
  ids: readonly Stated<string>[];
  /** The instances that its target's ids are made of: each itself, and what it is a part of. */
  made: readonly (readonly string[])[];
}

/** `instances`: the URNs of all that there are. */
export function aimOf(our: OurResource, instances: ReadonlySet<string>): Aim {
  const { ids } = our.described.target;
  const lineages = Object.keys(ids).flatMap((argument) => our.references[argument] ?? []);
  const made = lineages.filter((lineage) => lineage.some((urn) => instances.has(urn)));
  return { our, ids: Object.values(ids), made };
}

/**
 * Whether it is for this one. In a preview the id of a new instance is not known, so what the argument was made of counts
 * too; made of several, it may be for any of them.
 */
export function isFor({ our, ids, made }: Aim, { urn, id }: AnyResource): "yes" | "perhaps" | "no" {
  const open = ids.some(({ missing }) => missing === "not known yet");
  // The ids of an application are small numbers, which other things have too.
  if (id !== undefined && our.described.target.kind === "database instance") {
    if (ids.some(({ value }) => value === id)) return "yes";
    if (!open) return "no";
  }
  if (made.length === 0) return open ? "perhaps" : "no";
  const ofThis = made.filter((lineage) => lineage.includes(urn));
  if (ofThis.length === 0) return "no";
  return ofThis.length === made.length ? "yes" : "perhaps";
}
