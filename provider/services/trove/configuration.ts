import {
  address,
  type Configured,
  type FormOfKey,
  misformed,
  oneOf,
  secretInHeader,
} from "../../core/configuration/forms";
import type { Settings } from "../../core/configuration/settings";
import { LOGINS } from "./openstack";
import { openStackKeys } from "./openstack-keys";

/** The keys that no other tool has a part in. */
export const KEYS = ["trove:endpoint"];

const RACKSPACE: readonly FormOfKey[] = [["rackspace:authUrl", address, "RAX_AUTH_URL"]];

/** Whether the one cloud that is configured is Rackspace. */
export function isRackspace(settings: Settings): boolean {
  return (
    (settings.get("rackspace:username", "RAX_USERNAME") ?? settings.get("rackspace:apiKey", "RAX_API_KEY")) !==
    undefined
  );
}

/** What is wrong with the configuration of the one cloud that is configured. */
export function configuration(settings: Settings): Configured {
  const endpoint: FormOfKey = ["trove:endpoint", address];
  if (isRackspace(settings)) {
    return { failures: misformed(settings, [endpoint, ...RACKSPACE]), warnings: [] };
  }
  const keys = openStackKeys(settings);
  const forms = [
    endpoint,
    keys.form("authUrl", address),
    keys.form("token", secretInHeader),
    keys.form("insecure", oneOf("true", "false")),
  ];
  return { failures: misformed(settings, forms), warnings: keys.notTaken(...LOGINS) };
}
