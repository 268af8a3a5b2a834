import type { FastifyInstance } from "fastify";
import type { z } from "zod";
import type { Service } from "../core/service";
import { guard } from "./access";
import { addBackupRoutes } from "./backups/backups";
import { addStrategyRoutes } from "./backups/strategies";
import { addInstanceRoutes } from "./instances";
import { addLimitRoutes } from "./limits/limits";
import { fault, internalError, refusals, unauthenticated } from "./refusals";
import { seed } from "./seed";
import { settings } from "./settings";
import { isRunning, type Store } from "./store";
import { dumps } from "./words/python-text";

const noRoute = "The resource could not be found.";

/** The bytes of a body are Python's, and its media type has no charset. */
function answerLikePython(app: FastifyInstance, identityUrl: () => string | undefined): void {
  app.setReplySerializer(dumps);
  app.addHook("onSend", async (_, reply, payload) => {
    const type = String(reply.getHeader("content-type") ?? "");
    if (type.startsWith("application/json")) reply.header("content-type", "application/json");
    // The middleware that checks tokens adds this to every 401, also to one that comes from the object store.
    if (reply.statusCode === 401) reply.header("www-authenticate", `Keystone uri="${identityUrl()}/v3"`);
    return payload;
  });
}

function addRoot(app: FastifyInstance): void {
  app.get("/", (request) => {
    const links = [{ rel: "self", href: `http://${request.headers.host}/v1.0/` }];
    return { versions: [{ id: "v1.0", status: "CURRENT", updated: "2012-08-01T00:00:00Z", links }] };
  });
  app.all("/*", () => {
    throw refusals.noRoute();
  });
}

/** The API of OpenStack Trove, as recorded from 26.0.0, and of Rackspace Cloud Databases, from its pages. */
export const trove: Service<Store, z.infer<typeof settings>> = {
  name: "trove",
  portOffset: 1,
  catalog: { type: "database", name: "trove", path: (projectId) => `/v1.0/${projectId}` },
  limitsRate: true,
  settings,
  seed,
  register(app, world) {
    answerLikePython(app, () => world.urls.identity);
    guard(app, world);
    addRoot(app);
    addBackupRoutes(app, world);
    addInstanceRoutes(app, world);
    addStrategyRoutes(app, world);
    addLimitRoutes(app, world);
  },
  counts: ({ backups }) => ({
    backups: backups.size,
    running: [...backups.values()].filter(isRunning).length,
  }),
  dump: ({ backups, strategies, used, leftObjects }) => ({
    backups: [...backups.values()],
    strategies,
    used: Object.fromEntries(used),
    leftObjects,
  }),
  refusal(status) {
    if (status === 401) return unauthenticated;
    if (status === 500) return internalError();
    const words = { 404: noRoute, 429: "This request was rate-limited.", 503: "The service is unavailable." };
    return fault(status, words[status]);
  },
};
