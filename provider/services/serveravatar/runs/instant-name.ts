import { generatedName } from "../../../core/arguments/names";
import type { Common, Identity } from "../../../core/kind/definition";

/** Returns the generated name. The page gives no limits for a name: the narrowest of the other services are safe. */
export function instantName(args: Common, identity: Identity): string {
  return generatedName(args, identity, { limit: 64, forbidden: /[^A-Za-z0-9_-]+/g });
}
