import type { FastifyInstance, FastifyReply } from "fastify";
import type { z } from "zod";
import type { Service, World } from "../core/service";
import { numberRequests } from "../identity/gateway";
import { requireCaller } from "./access";
import type { Dialect } from "./dialect";
import { type ErrorCode, statusOf } from "./errors";
import { schedule } from "./policies/automatic";
import { refusalBody } from "./refusal-body";
import { newInstance } from "./seed";
import type { OtcSettings, OtcWorld } from "./settings";
import type { Instance, Store } from "./store";

declare module "fastify" {
  interface FastifyInstance {
    otcWorld: OtcWorld;
  }
}

interface OtcParts<Settings extends OtcSettings> {
  readonly dialect: Dialect;
  readonly settings: z.ZodType<Settings>;
  instances(): Instance[];
  addRoutes(app: FastifyInstance, world: World<Store, Settings>): void;
}

function dump({ instances, backups, jobs }: Store) {
  return {
    policies: instances.map(({ id, projectId, policy }) => ({ instance_id: id, project_id: projectId, ...policy })),
    backups: [...backups.values()].map(({ instance, ...backup }) => ({
      ...backup,
      instance_id: instance.id,
      project_id: instance.projectId,
    })),
    jobs: [...jobs.values()].map(({ instance, ...job }) => ({ ...job, instance_id: instance.id })),
  };
}

/** With copies of the first one, in each project that has it. */
function withMore(seeded: Instance[], more: number): Instance[] {
  const firsts = seeded.filter(({ id }) => id === seeded[0]!.id);
  const copies = firsts.flatMap(({ id: firstId, name, projectId, mode, version, datastore }) =>
    Array.from({ length: more }, (_, index) => {
      const id = firstId.replace(/.{4}(?=in\d\d$)/, `${index + 1}`.padStart(4, "0"));
      return newInstance({ id, projectId, name: `${name}-${index + 1}`, mode, version, datastore });
    }),
  );
  return [...seeded, ...copies];
}

/** A refusal as the service's own page has it. */
function inOwnWords({ ownErrors = {} }: Dialect, reply: FastifyReply, body: unknown): unknown {
  const { error_code: code } = (body ?? {}) as { error_code?: ErrorCode };
  const own = code && ownErrors[code];
  if (!own || reply.statusCode < 400) return body;
  if (reply.statusCode === statusOf(code)) reply.code(own[0]);
  return { error_code: code, error_msg: own[1] };
}

/** Returns the parts that DDS, GeminiDB and RDS share: callers, words of refusal, instances, the clock's part. */
export function otcService<Settings extends OtcSettings>(parts: OtcParts<Settings>): Service<Store, Settings> {
  const { dialect, settings } = parts;
  return {
    name: dialect.name,
    portOffset: dialect.portOffset,
    catalog: dialect.catalog,
    settings,
    seed(world) {
      const instances = withMore(parts.instances(), world.settings.moreInstances);
      for (const instance of instances) schedule(world, instance);
      return { dialect, instances, backups: new Map(), jobs: new Map() };
    },
    register(app, world) {
      app.decorate("otcWorld", world);
      numberRequests(app);
      app.addHook("preHandler", async (request) => requireCaller(world, request));
      app.addHook("preSerialization", async (_, reply, body) => inOwnWords(dialect, reply, body));
      app.addHook("onSend", async (_, reply) => {
        if (reply.statusCode === 429 && !world.settings.retryAfter) reply.removeHeader("retry-after");
      });
      parts.addRoutes(app, world);
    },
    counts: ({ backups, instances }) => ({ backups: backups.size, instances: instances.length }),
    dump,
    refusal: (status, request) => refusalBody(status, request, request.server.otcWorld.settings),
  };
}
