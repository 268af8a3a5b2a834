import type { z } from "zod";
import type { Service } from "../core/service";
import { trove } from "../trove";
import { addScheduleRoutes } from "./schedules";
import { settings } from "./settings";
import type { Store } from "./store";

const { catalog: _openStacks, ...databases } = trove;

/** The API of Rackspace Cloud Databases, from its pages: that of Trove, and schedules. */
export const rackspace: Service<Store, z.infer<typeof settings>> = {
  ...databases,
  name: "rackspace",
  portOffset: 7,
  settings,
  seed: (world) => ({
    ...databases.seed(world),
    schedules: new Map(),
    haGroups: new Map([["1234", ["130922a2-b9ab-4e95-86be-9c5d79171b5e"]]]),
  }),
  register(app, world) {
    databases.register(app, world);
    addScheduleRoutes(app, world);
  },
  counts: (store) => ({ ...databases.counts(store), schedules: store.schedules.size }),
  dump: (store) => ({ ...(databases.dump(store) as object), schedules: [...store.schedules.values()] }),
};
