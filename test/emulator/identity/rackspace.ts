import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { Refusal } from "../core/refusal";
import type { IdentityWorld } from "./settings";
import type { Token } from "./store";
import { instant, issueToken } from "./tokens/tokens";

const regions = ["ORD", "DFW"];

const bodySchema = z.object({
  auth: z.object({ "RAX-KSKEY:apiKeyCredentials": z.object({ username: z.string(), apiKey: z.string() }) }),
});

function serviceCatalog({ urls, settings }: IdentityWorld, account: string) {
  if (settings.missingFromCatalog.includes("rax:database")) return [];
  const endpoints = regions.map((region) => ({
    region,
    tenantId: account,
    publicURL: `${urls.trove}/v1.0/${account}`,
  }));
  return [{ name: "cloudDatabases", type: "rax:database", endpoints }];
}

function accessBody(world: IdentityWorld, token: Token) {
  const { user, project } = token;
  const account = project!.id;
  return {
    access: {
      token: {
        id: token.id,
        expires: instant(token.expiresAt),
        tenant: { id: account, name: account },
        "RAX-AUTH:authenticatedBy": ["APIKEY"],
      },
      user: { id: user.id, name: user.name, "RAX-AUTH:defaultRegion": regions[0], roles: [] },
      serviceCatalog: serviceCatalog(world, account),
    },
  };
}

/** Rackspace Cloud Identity 2.0: a user name and an API key. */
export function addRackspaceRoutes(app: FastifyInstance, world: IdentityWorld): void {
  app.post("/v2.0/tokens", (request) => {
    const parsed = bodySchema.safeParse(request.body);
    if (!parsed.success) throw new Refusal(400, { badRequest: { code: 400, message: "Invalid json request body" } });
    const { username, apiKey } = parsed.data.auth["RAX-KSKEY:apiKeyCredentials"];
    const user = world.store.users.find((one) => one.name === username && one.apiKey === apiKey);
    if (!user) {
      const message = "Unable to authenticate user with credentials provided.";
      throw new Refusal(401, { unauthorized: { code: 401, message } });
    }
    return accessBody(world, issueToken(world, { user, methods: ["apiKey"], project: user.projects[0]! }));
  });
}
