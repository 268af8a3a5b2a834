import * as backup from "pulumi-backup-plans";
import type { Made } from "./made";

/** One of the emulator's `moreInstances`. */
const instance = (index: number) => `a89dab5e39394eccbdb77b19d57b${`${(index % 200) + 1}`.padStart(4, "0")}in02`;

export const made: Made = { Resource: backup.dds.Backup, args: (index) => ({ instanceId: instance(index) }) };
