import { z } from "zod";
import type { World } from "../core/service";
import { otcSettings } from "../otc/settings";
import type { Store } from "../otc/store";

export const settings = otcSettings(
  {
    deletingStatus: "DISABLED",
    manualBackupQuota: 0,
    notFoundCodes: ["DBS.201214", "DBS.201204", "DBS.201212", "DBS.280124"],
  },
  {
    /** The page's table says "Manual", its example "auto". */
    typeCase: z.enum(["capital", "lower"]).default("capital"),
  },
);

export type DdsWorld = World<Store, z.infer<typeof settings>>;
