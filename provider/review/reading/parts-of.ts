import { kindOfType } from "../../program/types";

/** A URN's type names all parents, `$` between them; a name may hold `::`. */
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
