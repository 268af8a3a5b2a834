import { z } from "zod";
import type { World } from "../core/service";
import { commonSettings } from "../core/settings";
import type { Store } from "./store";

export const settings = z.strictObject({
  ...commonSettings,
  failNext: z
    .strictObject({
      /** Tokens that are given out like any other, and that nobody takes. */
      stillbornToken: z.int().min(0).default(0),
    })
    .prefault({}),
  /** How long a token given out from now on holds, by the emulator's clock. */
  tokenSeconds: z.number().positive().default(86_400),
  /** Changing it revokes every token that was given out under another number, those of the seed (0) too. */
  tokenGeneration: z.int().min(0).default(0),
  /** Types of services that the catalog leaves out, such as "database". */
  missingFromCatalog: z.array(z.string()).default([]),
});

export type IdentityWorld = World<Store, z.infer<typeof settings>>;
