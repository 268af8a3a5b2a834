import { randomUUID } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { Refusal } from "../core/refusal";
import { isValidToken, mayUse } from "../identity/access";
import { limitRate } from "./limits/rate-limit";
import { frameworkRefusal, refusals, unauthenticated } from "./refusals";
import { isModern, type TroveWorld } from "./settings";

const base = "/v1.0";

/** Calls of OpenStack's that Rackspace's API reference does not have. */
const NOT_AT_RACKSPACE = /^\/v1\.0\/[^/]+\/(limits|backup_strategies)\b/;

/** The project of the path; Trove sees none when nothing follows it. */
export const projectOf = (request: FastifyRequest): string | undefined => /^\/v1\.0\/(.*?)\//.exec(request.url)?.[1];

function checkSender(world: TroveWorld, request: FastifyRequest): void {
  const access = isValidToken(world, request.headers["x-auth-token"]);
  if (!access) throw new Refusal(401, unauthenticated);
  const projectId = projectOf(request);
  if (projectId === undefined || !mayUse(access, projectId)) {
    const words = `User with tenant id ${access.projectId ?? "None"} cannot access this resource.`;
    throw frameworkRefusal(request, 403, `Access was denied to this resource.<br /><br />\n${words}\n\n`);
  }
  limitRate(world, projectId, request.method);
}

/** Trove's pipeline in front of the routes: token, project, rate. */
export function guard(app: FastifyInstance, world: TroveWorld): void {
  app.addHook("preHandler", async (request, reply) => {
    if (!request.url.startsWith(base)) return;
    if (isModern(world.settings)) reply.header("x-openstack-request-id", `req-${randomUUID()}`);
    checkSender(world, request);
    if (world.settings.flavour === "rackspace" && NOT_AT_RACKSPACE.test(request.url)) throw refusals.noRoute();
  });
}
