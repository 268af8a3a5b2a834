import { setTimeout as delay } from "node:timers/promises";
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import type { Backstage } from "./backstage";
import { readBodies } from "./body";
import type { Fault } from "./faults/fault-book";
import { refuse, strikeAfter, strikeBefore } from "./faults/inject-fault";
import { rateLimiter } from "./rate-limit";
import { Refusal } from "./refusal";
import type { LogEntry } from "./request-log";
import type { Service } from "./service";

declare module "fastify" {
  interface FastifyRequest {
    entry: LogEntry | undefined;
    fault: Fault | undefined;
  }
}

/** Logs the request, then applies latency, due events, faults and the rate limit. */
function gate(service: Service, stage: Backstage) {
  const world = stage.world(service.name);
  const isTooMany = rateLimiter(world);
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    const entry = stage.log.add(service.name, request, stage.clock.now());
    const fault = stage.faults.strike(service.name, entry.method, entry.path);
    request.entry = entry;
    request.fault = fault;
    if (fault) entry.fault = fault;
    const { latencyMs } = world.settings;
    if (latencyMs > 0) await delay(latencyMs);
    stage.clock.catchUp();
    if (fault && strikeBefore(fault, service, request, reply)) return reply;
    if (!service.limitsRate && isTooMany()) return refuse(service, 429, request, reply);
    return undefined;
  };
}

function answerErrors(app: FastifyInstance, service: Service): void {
  app.setErrorHandler((error, request, reply) => {
    if (error instanceof Refusal) return reply.code(error.status).headers(error.headers).send(error.body);
    console.error(`emulator: ${service.name} ${request.method} ${request.url}`, error);
    return reply.code(500).send(service.refusal(500, request));
  });
}

function sendAnswers(app: FastifyInstance, stage: Backstage): void {
  app.addHook("onSend", async (request, reply, payload) => {
    reply.header("date", new Date(stage.clock.now()).toUTCString());
    const { entry, fault } = request;
    const answer = fault ? strikeAfter(fault, request, reply, payload) : { payload };
    if (!("payload" in answer)) return new Promise<never>(() => {});
    if (entry) entry.status = reply.statusCode;
    return answer.payload;
  });
}

/** The HTTP server of one service. */
export function serviceApp(service: Service, stage: Backstage): FastifyInstance {
  const app = fastify({ forceCloseConnections: true });
  app.decorateRequest("entry", undefined);
  app.decorateRequest("fault", undefined);
  readBodies(app);
  sendAnswers(app, stage);
  answerErrors(app, service);
  app.addHook("preHandler", gate(service, stage));
  app.setNotFoundHandler((request, reply) => reply.code(404).send(service.refusal(404, request)));
  service.register(app, stage.world(service.name));
  return app;
}
