import type { FastifyRequest } from "fastify";
import { Refusal } from "../core/refusal";
import { refusals } from "./refusals";
import type { SaWorld } from "./settings";
import type { Organization, Server } from "./store";

type Params = Record<string, string>;

/** The organization of the request's token; 401 for a token that nobody has. */
export function organizationOfToken({ store }: SaWorld, request: FastifyRequest): number {
  const token = request.headers.authorization?.replace(/^Bearer /, "") ?? "";
  const organization = store.tokens.get(token);
  // not on the vendor's page: the body; Laravel's own is taken.
  if (organization === undefined) throw new Refusal(401, { message: "Unauthenticated." });
  return organization;
}

export function organizationOf(
  world: SaWorld,
  request: FastifyRequest,
  words = "Organization not found!",
): Organization {
  const id = Number((request.params as Params).organization);
  if (id !== organizationOfToken(world, request)) throw refusals.notFound(words);
  return world.store.organizations.get(id)!;
}

export function serverOf(world: SaWorld, request: FastifyRequest, organizationWords?: string): Server {
  const organization = organizationOf(world, request, organizationWords);
  const server = world.store.servers.get(Number((request.params as Params).server));
  if (!server || server.deleted_at !== null || server.organization_id !== organization.id) {
    throw refusals.notFound("Server not found!");
  }
  return server;
}
