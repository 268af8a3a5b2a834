import * as all from "../../provider/services/all";

/** The services whose account is one of Open Telekom Cloud. */
export const otcServices: readonly string[] = Object.entries(all).flatMap(([name, { account }]) =>
  "opentelekomcloud" in account ? [name] : [],
);
