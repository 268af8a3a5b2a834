import type { z } from "zod";
import type { Service } from "../core/service";
import { organizationOfToken } from "./access";
import { refuseOtherMethods, routeNotFound } from "./laravel-routes";
import { addLookupRoutes } from "./lookups";
import { addPlanRoutes } from "./plans/plans";
import { addRestoreRoutes } from "./runs/restores";
import { addRunRoutes } from "./runs/runs";
import { seed } from "./seed";
import { settings } from "./settings";
import type { Store } from "./store";

/** https://serveravatar.com/api-docs/ */
export const serveravatar: Service<Store, z.infer<typeof settings>> = {
  name: "serveravatar",
  portOffset: 0,
  settings,
  seed,
  register(app, world) {
    const refuseTheRest = refuseOtherMethods(app);
    app.addHook("preHandler", async (request) => {
      const isRoute = !request.is404 && !request.routeOptions.config.undocumented;
      if (isRoute) organizationOfToken(world, request);
    });
    addLookupRoutes(app, world);
    addPlanRoutes(app, world);
    addRunRoutes(app, world);
    addRestoreRoutes(app, world);
    refuseTheRest();
  },
  counts: ({ plans, runs, restores }) => ({
    plans: [...plans.values()].filter((plan) => !plan.instant).length,
    instants: [...plans.values()].filter((plan) => plan.instant).length,
    runs: runs.size,
    restores: restores.length,
  }),
  dump: ({ plans, runs, restores }) => ({
    plans: [...plans.values()],
    runs: [...runs.values()].map(({ plan, ...run }) => ({ ...run, backup_config_id: plan.id, instant: plan.instant })),
    restores,
  }),
  // not on the vendor's page: these bodies; Laravel's own are taken.
  refusal(status, request) {
    if (status === 404) return routeNotFound(request);
    const messages = {
      401: "Unauthenticated.",
      429: "Too Many Attempts.",
      500: "Something went really wrong!",
      503: "Service Unavailable",
    };
    return { message: messages[status] };
  },
};
