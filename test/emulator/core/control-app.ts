import fastify, { type FastifyInstance } from "fastify";
import { DateTime, Duration } from "luxon";
import { ZodError, z } from "zod";
import type { Backstage } from "./backstage";

const timeSchema = z.union([
  z.strictObject({ advance: z.union([z.string(), z.number(), z.record(z.string(), z.number())]) }),
  z.strictObject({ set: z.iso.datetime({ offset: true }) }),
]);

function timeAfter(now: number, wish: z.infer<typeof timeSchema>): number {
  if ("set" in wish) return Date.parse(wish.set);
  const { advance } = wish;
  if (typeof advance === "number") return now + advance * 1000;
  const duration = typeof advance === "string" ? Duration.fromISO(advance) : Duration.fromObject(advance);
  if (!duration.isValid) throw new RangeError(`advance: ${duration.invalidExplanation}`);
  return DateTime.fromMillis(now, { zone: "utc" }).plus(duration).toMillis();
}

function addTime(app: FastifyInstance, stage: Backstage): void {
  const show = () => ({ time: new Date(stage.clock.now()).toISOString() });
  app.get("/time", show);
  app.post("/time", (request) => {
    stage.clock.turnTo(timeAfter(stage.clock.now(), timeSchema.parse(request.body)));
    return show();
  });
}

function addViews(app: FastifyInstance, stage: Backstage): void {
  const eachService = (view: (name: string, store: never) => unknown) =>
    Object.fromEntries(stage.services.map(({ name }) => [name, view(name, stage.store(name) as never)]));
  const byName = new Map(stage.services.map((service) => [service.name, service]));
  app.addHook("preHandler", async () => stage.clock.catchUp());
  app.get("/requests", () => stage.log.entries);
  app.get("/counts", () =>
    eachService((name, store) => ({ ...stage.log.tally(name), ...byName.get(name)!.counts(store) })),
  );
  app.get("/state", () => ({
    time: new Date(stage.clock.now()).toISOString(),
    ...eachService((name, store) => byName.get(name)!.dump(store)),
  }));
  app.get("/settings", () => stage.settings.all());
  app.get("/faults", () => stage.faults.list());
}

function addChanges(app: FastifyInstance, stage: Backstage): void {
  app.delete("/requests", (_, reply) => {
    stage.log.clear();
    return reply.code(204).send();
  });
  app.delete("/faults", (_, reply) => {
    stage.faults.clear();
    return reply.code(204).send();
  });
  app.post("/faults", (request) => {
    stage.faults.add(request.body);
    return stage.faults.list();
  });
  app.post("/settings", (request) => {
    stage.settings.change(z.record(z.string(), z.unknown()).parse(request.body));
    return stage.settings.all();
  });
  app.post("/reset", (_, reply) => {
    stage.reset();
    return reply.code(204).send();
  });
}

/** The port through which tests steer the emulator. None of its requests is logged or counted. */
export function controlApp(stage: Backstage): FastifyInstance {
  const app = fastify({ forceCloseConnections: true });
  app.setErrorHandler((error, _request, reply) => {
    const isInput = error instanceof ZodError || error instanceof RangeError || error instanceof SyntaxError;
    const text = error instanceof ZodError ? z.prettifyError(error) : String((error as Error).message);
    return reply.code(isInput ? 400 : ((error as { statusCode?: number }).statusCode ?? 500)).send({ error: text });
  });
  addTime(app, stage);
  addViews(app, stage);
  addChanges(app, stage);
  return app;
}
