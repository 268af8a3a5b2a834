import { z } from "zod";
import type { World } from "../core/service";
import { otcSettings } from "../otc/settings";
import type { Store } from "../otc/store";

export const settings = otcSettings(
  { deletingStatus: "DISABLED", manualBackupQuota: 0 },
  {
    /** The page's table says "Manual", its example "auto". */
    typeCase: z.enum(["capital", "lower"]).default("capital"),
  },
);

export type DdsWorld = World<Store, z.infer<typeof settings>>;
