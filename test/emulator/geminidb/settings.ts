import { z } from "zod";
import type { World } from "../core/service";
import { otcSettings } from "../otc/settings";
import type { Store } from "../otc/store";

export const settings = otcSettings(
  // not on the vendor's page: the word for a backup that is being deleted; that of Huawei's clients is taken.
  {
    deletingStatus: "DELETING",
    manualBackupQuota: 50,
    notFoundCodes: ["DBS.201214", "DBS.201204", "DBS.201212", "DBS.280124"],
  },
  {
    /** The page's example of a policy that is off is empty: answer it without `backup_policy`. */
    emptyPolicyWhenOff: z.boolean().default(false),
  },
);

export type GeminiWorld = World<Store, z.infer<typeof settings>>;
