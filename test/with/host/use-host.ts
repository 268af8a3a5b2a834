import { after, before } from "mocha";
import { type Emulator, type EmulatorOptions, type EmulatorUrls, startEmulator } from "../../emulator";
import { otcServices } from "../../kinds/otc/services";
import { type Control, controlOf } from "../control";
import { HERE, type Where } from "../where";
import type { FormName } from "./form";
import { Host, type Props } from "./host";
import { ownAccounts, withAccount } from "./own-accounts";

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

/** As the emulator logs it. */
interface Request {
  service: string;
  method: string;
  path: string;
}

/** One emulator and one provider process, configured for it, for the tests of a `describe`. */
export function useHost({ settings, config, accounts, env, where = HERE, form }: Options = {}) {
  let emulator: Emulator;
  let host: Host;
  before(async () => {
    emulator = await startEmulator({ settings, ...(where.services && { services: where.services }) });
    const own = typeof config === "function" ? config(emulator.urls) : config;
    host = await Host.start({
      config: { ...configFor(emulator.urls, where), ...own },
      accounts: typeof accounts === "object" ? accounts : (accounts ?? ownAccounts)(emulator.urls),
      env,
      program: where.root,
      form,
    });
  });
  after(async () => {
    await host?.stop();
    await emulator?.stop();
  });
  const control: Control = (...asked) => controlOf(emulator.urls)(...asked);
  const requests = async () => (await control("GET", "/requests")) as Request[];
  return { host: () => host, urls: () => emulator.urls, control, requests };
}

/** What a program's stack would hold. */
export function configFor(urls: EmulatorUrls, where?: Where): Props {
  const user = { userName: "tester", password: "not-a-real-password", authUrl: `${urls.identity}/v3` };
  const openstack = { ...user, userDomainName: "Default", projectDomainName: "Default", tenantName: "demo" };
  const opentelekomcloud = { ...user, domainName: "OTC00000000001000000000", tenantName: "eu-de" };
  const flat = (service: string, keys: Props) =>
    Object.fromEntries(Object.entries(keys).map(([key, value]) => [`${service}:${key}`, value]));
  const usual = {
    ...flat("serveravatar", { token: "emulator-token", endpoint: urls.serveravatar }),
    ...flat("openstack", openstack),
    ...flat("opentelekomcloud", opentelekomcloud),
    ...Object.fromEntries(otcServices.map((service) => [`${service}:endpoint`, urls[service]])),
    "backup-plans:pollSeconds": "0.05",
  };
  return where?.account ? withAccount(usual, where.account(urls)) : usual;
}
