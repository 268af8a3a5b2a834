import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { findToken } from "../access";
import { refusals } from "../refusals";
import type { IdentityWorld } from "../settings";
import type { Token } from "../store";
import { authenticate } from "./authenticate";
import { catalog } from "./catalog";
import { issueToken, tokenBody } from "./tokens";

const wantsCatalog = (request: FastifyRequest) => !("nocatalog" in (request.query as object));

export function callersToken(world: IdentityWorld, request: FastifyRequest): Token {
  const token = findToken(world, request.headers["x-auth-token"]);
  if (!token) throw refusals.unauthorized(world);
  return token;
}

/** The token that the request is about; the caller's own token may ask. */
function subject(world: IdentityWorld, request: FastifyRequest): Token {
  callersToken(world, request);
  const id = request.headers["x-subject-token"];
  const token = findToken(world, id);
  if (!token) throw refusals.notFound(`Could not find token: ${id}.`);
  return token;
}

function answer(world: IdentityWorld, request: FastifyRequest, reply: FastifyReply, token: Token) {
  reply.header("x-subject-token", token.id);
  return tokenBody(world, token, { catalog: wantsCatalog(request) });
}

/** https://docs.openstack.org/api-ref/identity/v3/#authentication-and-token-management */
export function addTokenRoutes(app: FastifyInstance, world: IdentityWorld): void {
  app.post("/v3/auth/tokens", (request, reply) => {
    const token = issueToken(world, authenticate(world, request.body));
    return reply.code(201).send(answer(world, request, reply, token));
  });
  app.get("/v3/auth/tokens", (request, reply) => answer(world, request, reply, subject(world, request)));
  app.delete("/v3/auth/tokens", (request, reply) => {
    world.store.tokens.delete(subject(world, request).id);
    return reply.code(204).send();
  });
  app.get("/v3/auth/catalog", (request) => {
    const { project } = callersToken(world, request);
    return {
      catalog: project ? catalog(world, project.id) : [],
      links: { self: `${world.urls.identity}/v3/auth/catalog` },
    };
  });
}
