import type { Reviewed } from "../reading/reviewed";
import type { Which } from "../report";

export function whichOf({ name, kind, urn, within }: Reviewed): Which {
  return { name, kind, urn, ...(within && { within }) };
}
