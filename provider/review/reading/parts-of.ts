import type { Definition } from "../../core/kind/definition";
import { kindOfType } from "../../program/types";
import type { Services } from "../../services/services";
import type { Which } from "../report";

/** A resource of this package. */
export interface Ours {
  which: Which;
  definition: Definition;
}

/** Returns the resource with this URN; nothing where it is none of this package or of a kind that this version does not know. */
export function oursAt(urn: string, services: Services): Ours | undefined {
  const { name, kind, within } = partsOf(urn);
  const definition = kind && services.definitionOf(kind);
  return definition ? { which: { name, kind, urn, ...(within && { within }) }, definition } : undefined;
}

/** Returns the parts of a URN. Its type names all parents, with `$` between them; its name may hold `::`. */
export function partsOf(urn: string): { name: string; kind: string | undefined; within: string | undefined } {
  const [, , types = "", ...name] = urn.split("::");
  const all = types.split("$");
  const type = all.at(-1) ?? "";
  return {
    name: name.join("::"),
    kind: kindOfType(type),
    within: all.length > 1 ? all.slice(0, -1).join(" > ") : undefined,
  };
}
