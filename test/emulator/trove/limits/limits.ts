import type { FastifyInstance } from "fastify";
import { projectOf } from "../access";
import type { TroveWorld } from "../settings";
import { timestamp } from "../timestamp";
import { LeakyBucket } from "./leaky-bucket";
import { bucketOf } from "./rate-limit";

/** `GET /limits`: the quotas, and what is left of each rate. */
export function addLimitRoutes(app: FastifyInstance, world: TroveWorld): void {
  app.get("/v1.0/:project/limits", (request) => {
    const now = world.clock.now();
    const view = (verb: string, { nextAt, remaining, limit }: LeakyBucket, uri = "*", regex = ".*") => {
      const nextAvailable = `${timestamp(nextAt ?? now)}Z`;
      return { nextAvailable, remaining, unit: "MINUTE", value: limit, verb, uri, regex };
    };
    const rates = ["POST", "PUT", "DELETE", "GET"].map((verb) =>
      view(verb, bucketOf(world, projectOf(request)!, verb)),
    );
    const { maxBackups: max_backups } = world.settings;
    const quotas = { verb: "ABSOLUTE", max_instances: 10, max_ram: -1, max_backups, max_volumes: 40 };
    return { limits: [quotas, ...rates, view("POST", new LeakyBucket(200), "*/mgmt", "^/mgmt")] };
  });
}
