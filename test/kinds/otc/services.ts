import * as all from "../../../provider/services/all";

/** The services whose account is one of Open Telekom Cloud. */
export const otcServices: readonly string[] = Object.entries(all).flatMap(([name, { account }]) =>
  "opentelekomcloud" in account ? [name] : [],
);

/** Returns equal settings of the emulator for each of them. */
export function ofOtc(settings: object): Record<string, object> {
  return Object.fromEntries(otcServices.map((service) => [service, settings]));
}

export const otcBackups = otcServices.map((service) => `${service}:Backup`);

export const otcPolicies = otcServices.map((service) => `${service}:BackupPolicy`);
