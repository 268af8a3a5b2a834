import type { Which } from "./report";
import type { Reviewed } from "./reviewed";

export function whichOf({ name, kind, urn, within }: Reviewed): Which {
  return { name, kind, urn, ...(within && { within }) };
}
