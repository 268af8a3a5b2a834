import { address, type Configured, type FormOfKey, misformed, secretInHeader } from "../../../core/configuration/forms";
import type { Settings } from "../../../core/configuration/settings";
import type { OtcService } from "./connection";
import { loginsOf, otcKeys } from "./keys";

/** The keys that no other tool has a part in. */
export function keysOf({ namespace }: OtcService): string[] {
  return [`${namespace}:endpoint`];
}

/** What is wrong with the configuration of the account, and of the service. */
export function configuration(service: OtcService, settings: Settings): Configured {
  const keys = otcKeys(settings);
  const secrets = (["token", "accessKey", "secretKey", "securityToken"] as const).map((key) =>
    keys.form(key, secretInHeader),
  );
  const forms: FormOfKey[] = [[`${service.namespace}:endpoint`, address], keys.form("authUrl", address), ...secrets];
  return { failures: misformed(settings, forms), warnings: keys.notTaken(...loginsOf(keys)) };
}
