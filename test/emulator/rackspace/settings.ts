import { z } from "zod";
import type { World } from "../core/service";
import { settings as troveSettings } from "../trove/settings";
import type { Store } from "./store";

export const settings = troveSettings.extend({
  flavour: z.literal("rackspace").default("rackspace"),
  /** The page's table has 200 for an update, its example 202. */
  updateStatus: z.union([z.literal(202), z.literal(200)]).default(202),
  /** The examples of "List" and "List schedule" are older than those of "Create", and lack three fields: whether these are told. */
  tellsAll: z.boolean().default(true),
  /** Whether schedules make backups when their time comes. */
  scheduledBackups: z.boolean().default(false),
});

export type RackspaceWorld = World<Store, z.infer<typeof settings>>;
