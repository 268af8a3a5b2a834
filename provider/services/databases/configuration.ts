import type { Configured } from "../../core/configuration/forms";
import { Keys, namesIn } from "../../core/configuration/keys";
import type { Settings } from "../../core/configuration/settings";
import { CloudKeys } from "../openstack/cloud-keys";
import { account } from "./account";

/** The keys that no other tool has a part in. */
export const KEYS = namesIn(account, "trove");

export type OpenStackKey = Exclude<keyof typeof account.openstack, "cloud">;

/** The keys of an OpenStack cloud, which @pulumi/openstack has, too. */
export function openStackKeys(settings: Settings): CloudKeys<OpenStackKey> {
  return new CloudKeys(settings, "openstack", account.openstack);
}

export function rackspaceKeys(settings: Settings): Keys<keyof typeof account.rackspace> {
  return new Keys(settings, "rackspace", account.rackspace);
}

/** The keys of the service itself. */
export function troveKeys(settings: Settings): Keys<"endpoint"> {
  return new Keys(settings, "trove", account.trove);
}

/** The ways to log in to OpenStack. */
export const LOGINS = ["applicationCredentialSecret", "password", "token"] as const;

/** Whether the one cloud that is configured is Rackspace. */
export function isRackspace(settings: Settings): boolean {
  const keys = rackspaceKeys(settings);
  return (keys.get("username") ?? keys.get("apiKey")) !== undefined;
}

/** Returns the failures and warnings of the one cloud that is configured. */
export function configuration(settings: Settings): Configured {
  const [own, rackspace, cloud] = [troveKeys(settings), rackspaceKeys(settings), openStackKeys(settings)];
  const used = isRackspace(settings) ? rackspace : cloud;
  return {
    failures: [...own.misformed, ...used.misformed],
    warnings: [...own.openLines, ...used.openLines, ...(used === cloud ? cloud.unused(...LOGINS) : [])],
  };
}
