import { STATUS_CODES } from "node:http";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { RefusalStatus, Service } from "../service";
import type { Fault } from "./fault-book";

const refused: Partial<Record<Fault, RefusalStatus>> = {
  "error-500": 500,
  "unavailable-503": 503,
  "too-many-429": 429,
  "unauthorized-401": 401,
};
const gateway: Partial<Record<Fault, number>> = { "bad-gateway-502": 502, "gateway-timeout-504": 504 };

export function refuse(service: Service, status: RefusalStatus, request: FastifyRequest, reply: FastifyReply) {
  if (status === 503 || status === 429) reply.header("retry-after", "1");
  return reply.code(status).send(service.refusal(status, request));
}

/** Faults that strike before the service has seen the request. True when the request ends here. */
export function strikeBefore(fault: Fault, service: Service, request: FastifyRequest, reply: FastifyReply): boolean {
  if (fault === "reset-before") {
    reply.hijack();
    request.raw.socket.resetAndDestroy();
    return true;
  }
  const status = refused[fault];
  if (status === undefined) return false;
  refuse(service, status, request, reply);
  return true;
}

export interface Answer {
  /** Undefined: the client never gets one. */
  readonly payload?: unknown;
}

/** Faults that strike when the service has done its work: what remains of its answer. */
export function strikeAfter(fault: Fault, request: FastifyRequest, reply: FastifyReply, payload: unknown): Answer {
  const { socket } = request.raw;
  const status = gateway[fault];
  if (status !== undefined) {
    const title = `${status} ${STATUS_CODES[status]}`;
    reply.code(status).header("content-type", "text/html").removeHeader("content-length");
    return { payload: `<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>` };
  }
  if (fault === "truncated" && typeof payload === "string") {
    reply.removeHeader("content-length");
    return { payload: payload.slice(0, Math.floor(payload.length / 2)) };
  }
  if (fault === "reset-after") socket.resetAndDestroy();
  if (fault === "close-after") socket.end();
  return ["reset-after", "close-after", "hang"].includes(fault) ? {} : { payload };
}
