import { backup } from "./backup";

export { discover } from "./discover";

export const kinds = { Backup: backup };

export const instanceTypes = ["openstack:database/instance:Instance"];
