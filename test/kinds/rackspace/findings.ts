import type { Finding } from "../findings";
import { instances } from "../instances";

/** An instance of the emulator that another account has, and one that nobody has. */
const FOREIGN = "eeeeeeee-eeee-4eee-8eee-eeeeeeeeeeee";
const NOBODY = "00000000-0000-4000-8000-000000000000";

export const scheduleFindings: Finding[] = [
  ...[FOREIGN, NOBODY].map(
    (sourceId): Finding => ({
      what: `an instance that the account does not have (${sourceId.slice(0, 4)})`,
      with: { sourceId },
      property: "sourceId",
      says: ["Rackspace has no such instance in this account and region", 'write sourceType: "ha"'],
      is: "refused",
    }),
  ),
  {
    what: "a schedule that is not there",
    with: { sourceId: instances.trove[1], adopt: NOBODY },
    property: "adopt",
    says: [`Rackspace has no schedule ${NOBODY} in this account and region`, "correct the id"],
    is: "refused",
  },
];
