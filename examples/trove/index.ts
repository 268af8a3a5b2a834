import * as backup from "pulumi-backup-plans";

const instance = "d4603f69-ec7e-4e9b-803f-600b9205576f";

/** A chain: one full backup, and one that holds what changed since. Trove makes them one after the other. */
const full = new backup.trove.Backup("orders-full", { instance, description: "before the release" });
const incremental = new backup.trove.Backup("orders-incremental", { instance, parentId: full.id });

export const chain = [full.id, incremental.id];
export const summaries = [full.summary, incremental.summary];
