import { z } from "zod";
import type { World } from "../core/service";
import { otcSettings } from "../otc/settings";
import type { Store } from "../otc/store";

export const settings = otcSettings(
  {
    deletingStatus: "DELETING",
    manualBackupQuota: 0,
    notFoundCodes: ["DBS.201010", "DBS.201203", "DBS.280214"],
  },
  {
    /** Instances that were deleted: their manual backups stay. */
    deletedInstances: z.array(z.string()).default([]),
    /** Not documented: whether the backups of a deleted instance are still listed. */
    deletedInstanceInList: z.enum(["listed", "refused"]).default("listed"),
    /** Not documented: which backups a list shows first. */
    listOrder: z.enum(["newest first", "oldest first"]).default("newest first"),
  },
);

export type RdsWorld = World<Store, z.infer<typeof settings>>;
