import { Keys } from "../../core/configuration/keys";
import type { Settings } from "../../core/configuration/settings";
import { CloudKeys } from "../openstack/cloud-keys";
import { account } from "./account";

export type OpenStackKey = Exclude<keyof typeof account.openstack, "cloud">;

/** Returns the keys of an OpenStack cloud: those of @pulumi/openstack. */
export function openStackKeys(settings: Settings): CloudKeys<OpenStackKey> {
  return new CloudKeys(settings, "openstack", account.openstack);
}

export function rackspaceKeys(settings: Settings): Keys<keyof typeof account.rackspace> {
  return new Keys(settings, "rackspace", account.rackspace);
}

/** Returns the keys of Trove itself. */
export function troveKeys(settings: Settings): Keys<"endpoint"> {
  return new Keys(settings, "trove", account.trove);
}

/** Returns the keys that Rackspace needs, in words. */
export function leastOfRackspace(settings: Settings): string {
  const keys = rackspaceKeys(settings);
  return `${keys.named("username")}, ${keys.named("apiKey")} and ${keys.named("region")}`;
}

/** The ways to log in to OpenStack. */
export const LOGINS = ["applicationCredentialSecret", "password", "token"] as const;

/** Returns whether the configured cloud is Rackspace. */
export function isRackspace(settings: Settings): boolean {
  const keys = rackspaceKeys(settings);
  return (keys.get("username") ?? keys.get("apiKey")) !== undefined;
}
