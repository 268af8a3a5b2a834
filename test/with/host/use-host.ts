import { after, before } from "mocha";
import type { EmulatorOptions, EmulatorUrls } from "../../emulator";
import { otcServices } from "../../kinds/otc/services";
import type { Control } from "../control";
import { Outside } from "../outside";
import { HERE, type Where } from "../where";
import type { FormName } from "./form";
import type { Props } from "./host";
import { ownAccounts, withAccount } from "./own-accounts";
import { useRun } from "./with-host";

interface Options {
  settings?: EmulatorOptions["settings"];
  config?: Props | ((urls: EmulatorUrls) => Props);
  /** The accounts of explicit providers; those that cannot stand beside the usual ones, where nothing is said. */
  accounts?: Record<string, Props> | ((urls: EmulatorUrls) => Record<string, Props>);
  env?: NodeJS.ProcessEnv;
  where?: Where;
  /** The form of the provider, where it is not the usual one. */
  form?: FormName;
}

/** One emulator and one provider process, configured for it, for the tests of a `describe`. */
export function useHost({ settings, config, accounts, env, where = HERE, form }: Options = {}) {
  let outside: Outside;
  before(async () => {
    outside = await Outside.start({ settings, ...(where.services && { services: where.services }) });
  });
  const host = useRun(() => {
    const own = typeof config === "function" ? config(outside.urls) : config;
    return {
      config: { ...configFor(outside.urls, where), ...own },
      accounts: typeof accounts === "object" ? accounts : (accounts ?? ownAccounts)(outside.urls),
      ...{ env, form, program: where.root },
    };
  });
  after(() => outside?.close());
  const control: Control = (...asked) => outside.control(...asked);
  const requests = () => outside.requests();
  return { host, outside: () => outside, urls: () => outside.urls, control, requests };
}

/** Returns the keys of a service as the configuration of a stack has them. */
export function flat(service: string, keys: Props): Props {
  return Object.fromEntries(Object.entries(keys).map(([key, value]) => [`${service}:${key}`, value]));
}

/** Returns the configuration of a program's stack. */
export function configFor(urls: EmulatorUrls, where?: Where): Props {
  const user = { userName: "tester", password: "not-a-real-password", authUrl: `${urls.identity}/v3` };
  const openstack = { ...user, userDomainName: "Default", projectDomainName: "Default", tenantName: "demo" };
  const opentelekomcloud = { ...user, domainName: "OTC00000000001000000000", tenantName: "eu-de" };
  const usual = {
    ...flat("serveravatar", { token: "emulator-token", endpoint: urls.serveravatar }),
    ...flat("openstack", openstack),
    ...flat("opentelekomcloud", opentelekomcloud),
    ...Object.fromEntries(otcServices.map((service) => [`${service}:endpoint`, urls[service]])),
    "backup-plans:pollSeconds": "0.05",
  };
  return where?.account ? withAccount(usual, where.account(urls)) : usual;
}
