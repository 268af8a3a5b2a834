import type { Configured } from "../../core/configuration/forms";
import { namesIn } from "../../core/configuration/keys";
import type { Settings } from "../../core/configuration/settings";
import { account } from "../databases/account";
import {
  isRackspace,
  LOGINS,
  leastOfRackspace,
  openStackKeys,
  rackspaceKeys,
  troveKeys,
} from "../databases/configuration";

/** The keys that no other tool reads. */
export const KEYS = [...namesIn(account, "trove"), ...namesIn(account, "rackspace")];

/** Returns the failures and warnings about Rackspace's account. OpenStack's account does not count as one. */
export function configuration(settings: Settings): Configured {
  const [own, rackspace] = [troveKeys(settings), rackspaceKeys(settings)];
  const region = rackspace.get("region");
  return {
    failures: [
      ...own.misformed,
      ...rackspace.misformed,
      ...(isOpenStackAlone(settings) ? [notOpenStack(settings)] : []),
      ...(region !== undefined && WITHOUT.test(region)
        ? [`${rackspace.named("region")} ${rackspace.place("region")} ${without(region)}`]
        : []),
    ],
    warnings: [...own.openLines, ...rackspace.openLines],
  };
}

function isOpenStackAlone(settings: Settings): boolean {
  const keys = openStackKeys(settings);
  return !isRackspace(settings) && [...LOGINS, "cloud" as const].some((key) => keys.get(key) !== undefined);
}

function notOpenStack(settings: Settings): string {
  return (
    `rackspace.BackupSchedule needs an account of Rackspace, and ${settings.named("openstack:…")} is what is configured: ` +
    `OpenStack's Trove has no schedules. Configure ${leastOfRackspace(settings)}, or give the resource an explicit provider ` +
    "that has them"
  );
}

/** Rackspace's page "Scheduled backups". */
const WITHOUT = /^(SYD|HKG)$/i;

function without(region: string): string {
  return `is "${region}", and Rackspace makes no scheduled backups in SYD and HKG`;
}
