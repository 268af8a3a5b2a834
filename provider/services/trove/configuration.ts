import type { Configured } from "../../core/configuration/forms";
import { namesIn } from "../../core/configuration/keys";
import type { Settings } from "../../core/configuration/settings";
import { isRackspace, LOGINS, openStackKeys, rackspaceKeys, troveKeys } from "../databases/configuration";
import { account } from "./account";

/** The keys that no other tool reads. */
export const KEYS = namesIn(account, "trove");

/** Returns the failures and warnings about the configured cloud. */
export function configuration(settings: Settings): Configured {
  const [own, rackspace, cloud] = [troveKeys(settings), rackspaceKeys(settings), openStackKeys(settings)];
  const used = isRackspace(settings) ? rackspace : cloud;
  return {
    failures: [...own.misformed, ...used.misformed],
    warnings: [...own.openLines, ...used.openLines, ...(used === cloud ? cloud.unused(...LOGINS) : [])],
  };
}
