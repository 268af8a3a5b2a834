import type { Configured } from "../../core/configuration/forms";
import { Keys, namesIn } from "../../core/configuration/keys";
import type { Settings } from "../../core/configuration/settings";
import type { Context } from "../../core/kind/context";
import type { Account } from "../../core/kind/definition";
import { account } from "./account";
import type { Plan } from "./schema";

export const KEYS = namesIn(account, "serveravatar");

export function keysOf(settings: Settings): Keys<keyof typeof account.serveravatar> {
  return new Keys(settings, "serveravatar", account.serveravatar);
}

/** Returns the failures and warnings of the account's configuration. */
export function configuration(settings: Settings): Configured {
  const keys = keysOf(settings);
  return { failures: keys.misformed, warnings: keys.openLines };
}

/** Returns the organization, which is the account; nothing where it is secret, as the state shows an account in plain text. */
export async function organizationOf({ secrets }: Context, { organization }: Plan): Promise<Account | undefined> {
  return secrets.has("organization") ? undefined : [`organization ${organization}`];
}
