import type { EmulatorUrls } from "../../emulator";
import type { Props } from "./host";
import { ownAccounts } from "./own-accounts";
import { configFor } from "./use-host";

/** Returns the configuration for a Rackspace account, in place of OpenStack's keys; its databases are those of the catalog. */
export function rackspaceConfig(urls: EmulatorUrls): Props {
  const none = Object.keys(configFor(urls)).filter((key) => key.startsWith("openstack:"));
  return {
    ...Object.fromEntries(none.map((key) => [key, undefined])),
    ...ownAccounts(urls).rackspace,
    "trove:endpoint": undefined,
  };
}
