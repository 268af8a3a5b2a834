import { TYPES } from "../../program/types";
import { knownIn, type Language, literal } from "./program";

/** Pulumi's YAML, which the plugin serves. JSON is YAML; a dollar alone would begin a reference. */
export const yaml: Language = {
  comment: "#",
  start: (isUsed) => ["name: adopted", "runtime: yaml", isUsed ? "resources:" : "resources: {}"],
  resource: (takeover, name, comment) => {
    const known = knownIn(takeover).map(([key, value]) => `      ${key}: ${literal(value).replaceAll("$", "$$$$")}`);
    const open = Object.entries(takeover.unread ?? {}).map(
      ([key, why]) => `      ${comment(`${key}: ${why}; write it`)}`,
    );
    return [`  ${literal(name)}:`, `    type: ${TYPES.plugin}${takeover.kind}`, "    properties:", ...known, ...open];
  },
};
