import type { EmulatorUrls } from "../../emulator";
import type { Props } from "./host";
import { configFor } from "./use-host";

/** What the stack of a Rackspace account would hold, in place of OpenStack's keys. */
export function rackspaceConfig(urls: EmulatorUrls): Props {
  const none = Object.keys(configFor(urls)).filter((key) => key.startsWith("openstack:"));
  return {
    ...Object.fromEntries(none.map((key) => [key, undefined])),
    "rackspace:username": "rax-tester",
    "rackspace:apiKey": "fake-rackspace-api-key-for-tests",
    "rackspace:region": "ORD",
    "rackspace:authUrl": `${urls.identity}/v2.0`,
  };
}
