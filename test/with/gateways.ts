import type { EmulatorUrls } from "../emulator";
import { type Gateway, startGateway } from "./gateway";
import type { Props } from "./host/host";
import { ownAccounts } from "./host/own-accounts";
import { configFor } from "./host/use-host";

/** A gateway before each of these services, and how a program gets there. */
export async function startGateways(urls: EmulatorUrls, services: readonly string[]) {
  const open: Gateway[] = [];
  const config = configFor(urls);
  const accounts: Record<string, Props> = ownAccounts(urls);
  for (const service of services) {
    const gateway = await startGateway(urls[service]!);
    open.push(gateway);
    const own = accounts[service];
    if (own) own["trove:endpoint"] = gateway.url;
    else config[`${service}:endpoint`] = gateway.url;
  }
  const each = (act: (gateway: Gateway) => void) => open.forEach(act);
  return {
    ...{ config, accounts },
    refuse: (status: number | undefined) => each((gateway) => gateway.refuse(status)),
    stop: () => each((gateway) => gateway.stop()),
  };
}
