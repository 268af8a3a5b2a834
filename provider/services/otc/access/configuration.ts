import type { Configured } from "../../../core/configuration/forms";
import { Keys } from "../../../core/configuration/keys";
import type { Settings } from "../../../core/configuration/settings";
import { CloudKeys } from "../../openstack/cloud-keys";
import { account } from "../account";
import type { OtcService } from "./connection";

export type OtcKey = Exclude<keyof typeof account.opentelekomcloud, "cloud">;

/** The account of Open Telekom Cloud, by which every service there is reached. */
export function otcKeys(settings: Settings): CloudKeys<OtcKey> {
  return new CloudKeys(settings, "opentelekomcloud", account.opentelekomcloud);
}

/** The service's own keys. */
export function serviceKeys({ namespace, keys }: OtcService, settings: Settings): Keys<"endpoint"> {
  return new Keys(settings, namespace, keys);
}

/** The ways to log in; an access key is one with its secret key alone. */
export function loginsOf(keys: CloudKeys<OtcKey>): ("accessKey" | "password" | "token")[] {
  return keys.get("secretKey") ? ["accessKey", "password", "token"] : ["password", "token"];
}

/** Returns the failures and warnings of the configuration of the account and of the service. */
export function configuration(service: OtcService, settings: Settings): Configured {
  const [own, keys] = [serviceKeys(service, settings), otcKeys(settings)];
  return {
    failures: [...own.misformed, ...keys.misformed],
    warnings: [...own.openLines, ...keys.openLines, ...keys.unused(...loginsOf(keys))],
  };
}
