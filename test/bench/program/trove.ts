import * as backup from "pulumi-backup-plans";
import type { Made } from "./made";

/** One of the emulator's `moreInstances`. */
const instance = (index: number) => `44444444-4444-4444-8444-44444444${`${(index % 200) + 1}`.padStart(4, "0")}`;

export const made: Made = { Resource: backup.trove.Backup, args: (index) => ({ instance: instance(index) }) };
