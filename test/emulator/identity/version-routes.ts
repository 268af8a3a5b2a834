import type { FastifyInstance } from "fastify";
import type { IdentityWorld } from "./settings";

function version({ urls }: IdentityWorld) {
  return {
    id: "v3.14",
    status: "stable",
    updated: "2020-04-07T00:00:00Z",
    links: [{ rel: "self", href: `${urls.identity}/v3/` }],
    "media-types": [{ base: "application/json", type: "application/vnd.openstack.identity-v3+json" }],
  };
}

/** https://docs.openstack.org/api-ref/identity/v3/#api-versions */
export function addVersionRoutes(app: FastifyInstance, world: IdentityWorld): void {
  app.get("/", (_, reply) => reply.code(300).send({ versions: { values: [version(world)] } }));
  for (const path of ["/v3", "/v3/"]) app.get(path, () => ({ version: version(world) }));
}
