import type { ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { Exchange } from "../exchange";
import type { Fault } from "../fault";
import { refusalOf } from "./refusals";

export interface Answered {
  status: number;
  headers: string[];
  body: Buffer;
}

const REFUSED = { "error-500": 500, "unavailable-503": 503, "too-many-429": 429, "unauthorized-401": 401 } as const;
const GATEWAY = { "bad-gateway-502": 502, "gateway-timeout-504": 504 } as const;

/** Faults of a request that the service never sees. */
export function strikeBefore(fault: Fault, exchange: Exchange, socket: Socket, reply: ServerResponse): void {
  if (fault === "reset-before") {
    socket.resetAndDestroy();
    return;
  }
  const status = REFUSED[fault as keyof typeof REFUSED];
  const patience = status === 503 || status === 429 ? { "retry-after": "1" } : {};
  reply.writeHead(status, { "content-type": "application/json", ...patience });
  reply.end(refusalOf(exchange.service, status));
}

/** Faults of an answer, when the service has done its work. */
export function strikeAfter(fault: Fault, answered: Answered, socket: Socket, reply: ServerResponse): void {
  if (fault === "reset-after") socket.resetAndDestroy();
  if (fault === "close-after") socket.end();
  const gateway = GATEWAY[fault as keyof typeof GATEWAY];
  if (gateway) reply.writeHead(gateway, { "content-type": "text/html" }).end(`<html><h1>${gateway}</h1></html>`);
  if (fault === "truncated") {
    const half = answered.body.subarray(0, Math.floor(answered.body.length / 2));
    reply.writeHead(answered.status, { "content-type": "application/json", "content-length": half.length }).end(half);
  }
  // What hangs gets nothing, until the client or the test gives up.
}
