import type { Configured } from "../../core/configuration/forms";
import { Keys, namesIn } from "../../core/configuration/keys";
import type { Settings } from "../../core/configuration/settings";
import { account } from "./account";

export const KEYS = namesIn(account, "serveravatar");

export function keysOf(settings: Settings): Keys<keyof typeof account.serveravatar> {
  return new Keys(settings, "serveravatar", account.serveravatar);
}

/** Returns the failures and warnings of the account's configuration. */
export function configuration(settings: Settings): Configured {
  const keys = keysOf(settings);
  return { failures: keys.misformed, warnings: keys.openLines };
}
