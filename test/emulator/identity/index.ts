import { STATUS_CODES } from "node:http";
import type { z } from "zod";
import type { Service } from "../core/service";
import { numberRequests } from "./gateway";
import { addProjectRoutes } from "./project-routes";
import { addRackspaceRoutes } from "./rackspace";
import { keystoneError, unauthorizedWords } from "./refusals";
import { seed } from "./seed";
import { settings } from "./settings";
import type { Store } from "./store";
import { addTokenRoutes } from "./tokens/token-routes";
import { addVersionRoutes } from "./version-routes";

const words = {
  401: unauthorizedWords,
  404: "The resource could not be found.",
  429: "The throttling threshold has been reached.",
  500: "An unexpected error prevented the server from fulfilling your request.",
  503: "The service is unavailable.",
};

/** Keystone v3, which is Open Telekom Cloud's IAM too, and the one call of Rackspace's version 2.0. */
export const identity: Service<Store, z.infer<typeof settings>> = {
  name: "identity",
  portOffset: 4,
  catalog: { type: "identity", name: "keystone", path: () => "/v3" },
  settings,
  seed,
  register(app, world) {
    numberRequests(app);
    addVersionRoutes(app, world);
    addTokenRoutes(app, world);
    addProjectRoutes(app, world);
    addRackspaceRoutes(app, world);
  },
  counts: ({ tokens }) => ({ tokens: tokens.size }),
  dump: ({ tokens, projects, users }) => ({
    tokens: [...tokens.values()].map(({ id, user, project, expiresAt, generation }) => ({
      id,
      user: user.name,
      project: project?.id ?? null,
      expiresAt,
      generation,
    })),
    projects,
    users: users.map(({ id, name, domain }) => ({ id, name, domain: domain.name })),
  }),
  refusal: (status) => keystoneError(status, STATUS_CODES[status]!, words[status]),
};
