import { randomUUID } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";

declare module "fastify" {
  interface FastifyRequest {
    requestId: string;
  }
}

/** The API gateway in front of the services of Open Telekom Cloud and Huawei Cloud numbers every request. */
export function numberRequests(app: FastifyInstance): void {
  app.decorateRequest("requestId", "");
  app.addHook("onRequest", async (request, reply) => {
    request.requestId = randomUUID().replaceAll("-", "");
    reply.header("x-request-id", request.requestId);
  });
}

/** Returns an answer of the gateway itself, before a service has seen the request. */
export function gatewayError(request: FastifyRequest, error_code: string, error_msg: string) {
  return { error_msg, error_code, request_id: request.requestId };
}
