import type { Ours } from "../reading/parts-of";
import type { Which } from "../report";

export function whichOf({ name, kind, urn, within }: Ours): Which {
  return { name, kind, urn, ...(within && { within }) };
}
