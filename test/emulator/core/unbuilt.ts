import { z } from "zod";
import type { Service } from "./service";
import { commonSettings } from "./settings";

/** Holds the port of a service that has no plug-in yet: 501 to everything. */
export function unbuilt(name: string, portOffset: number): Service {
  const body = { message: `The emulator has no ${name} yet.` };
  return {
    name,
    portOffset,
    settings: z.strictObject({ ...commonSettings, failNext: z.record(z.string(), z.int()).default({}) }),
    seed: () => undefined,
    register: (app) => void app.all("/*", (_, reply) => reply.code(501).send(body)),
    counts: () => ({}),
    dump: () => null,
    refusal: () => body,
  };
}
