import { backup } from "./backup";

export const kinds = { Backup: backup };

export const instanceTypes = ["sample:index/volume:Volume"];
