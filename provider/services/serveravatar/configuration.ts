import { address, type Configured, misformed, oneOf, secretInHeader } from "../../core/configuration/forms";
import type { Settings } from "../../core/configuration/settings";

/** Keys, and the environment variables that also hold them. */
export const TOKEN = ["serveravatar:token", "SERVERAVATAR_TOKEN"] as const;
export const ENDPOINT = ["serveravatar:endpoint", "SERVERAVATAR_ENDPOINT"] as const;
export const AUTHORIZATION = "serveravatar:authorization";

export const KEYS = [TOKEN[0], ENDPOINT[0], AUTHORIZATION];

/** What is wrong with the configuration of the account. */
export function configuration(settings: Settings): Configured {
  const failures = misformed(settings, [
    [TOKEN[0], secretInHeader, TOKEN[1]],
    [ENDPOINT[0], address, ENDPOINT[1]],
    [AUTHORIZATION, oneOf("raw", "bearer")],
  ]);
  return { failures, warnings: [] };
}
