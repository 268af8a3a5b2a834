import { backup } from "./backup";

export const kinds = { Backup: backup };

export const instanceTypes = ["openstack:database/instance:Instance"];
