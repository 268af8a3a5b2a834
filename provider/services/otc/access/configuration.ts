import type { Configured } from "../../../core/configuration/forms";
import { Keys } from "../../../core/configuration/keys";
import type { Settings } from "../../../core/configuration/settings";
import { CloudKeys } from "../../openstack/cloud-keys";
import { account } from "../account";
import type { OtcService } from "./connection";

export type OtcKey = Exclude<keyof typeof account.opentelekomcloud, "cloud">;

/** Returns the keys of the account of Open Telekom Cloud, which all services there share. */
export function otcKeys(settings: Settings): CloudKeys<OtcKey> {
  return new CloudKeys(settings, "opentelekomcloud", account.opentelekomcloud);
}

/** Returns the service's own keys. */
export function serviceKeys({ namespace, keys }: OtcService, settings: Settings): Keys<"endpoint"> {
  return new Keys(settings, namespace, keys);
}

/** Returns the ways to log in. An access key needs its secret key. */
export function loginsOf(keys: CloudKeys<OtcKey>): ("accessKey" | "password" | "token")[] {
  return keys.get("secretKey") ? ["accessKey", "password", "token"] : ["password", "token"];
}

/** Returns the failures and warnings about the account and the service's own keys. */
export function configuration(service: OtcService, settings: Settings): Configured {
  const [own, keys] = [serviceKeys(service, settings), otcKeys(settings)];
  return {
    failures: [...own.misformed, ...keys.misformed],
    warnings: [...own.openLines, ...keys.openLines, ...keys.unused(...loginsOf(keys))],
  };
}
