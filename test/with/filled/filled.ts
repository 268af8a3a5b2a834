import type { Service } from "../../emulator/core/service";
import type { Store as OtcStore } from "../../emulator/otc/store";
import type { Store as ServeravatarStore } from "../../emulator/serveravatar/store";
import { services } from "../../emulator/services";
import type { TroveWorld } from "../../emulator/trove/settings";
import type { Store as TroveStore } from "../../emulator/trove/store";
import { otcServices } from "../../kinds/otc/services";
import { fillOtc } from "./otc-rows";
import { fillServeravatar } from "./serveravatar-rows";
import { fillTrove } from "./trove-rows";

/** The ids that identity's seed gives to the project `demo` and to Rackspace's account. */
const PROJECTS = { trove: "7f1d2c3b4a5968708f9e0d1c2b3a4958", rackspace: "1234" };

/** The emulator's services, each with so many backups that somebody else made, odd ones among them. */
export function filled(count: number): readonly Service[] {
  const fill = (service: string, store: unknown, { settings }: { settings: unknown }) => {
    const { flavour } = settings as TroveWorld["settings"];
    if (otcServices.includes(service)) fillOtc(store as OtcStore, count);
    if (service === "serveravatar") fillServeravatar(store as ServeravatarStore, count);
    if (service === "trove") fillTrove(store as TroveStore, PROJECTS[flavour], count);
  };
  return services.map((service) => ({
    ...service,
    seed(world) {
      const store = service.seed(world);
      fill(service.name, store, world);
      return store;
    },
  }));
}
