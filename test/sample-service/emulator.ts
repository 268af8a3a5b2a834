import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Service } from "../emulator/core/service";
import { commonSettings } from "../emulator/core/settings";

interface Row {
  id: string;
  name: string;
  volume: number;
  done: boolean;
  at: string;
}

type Store = Map<string, Row>;

const settings = z.strictObject({ ...commonSettings, failNext: z.record(z.string(), z.number()).default({}) });

/** The sample service: a backup is complete at once. */
export const emulator: Service<Store> = {
  name: "sample",
  portOffset: 9,
  settings,
  seed: () => new Map(),
  counts: (store) => ({ backups: store.size }),
  dump: (store) => ({ backups: [...store.values()] }),
  refusal: (status) => ({ message: `${status}` }),
  register(app, world) {
    app.get("/backups", async () => [...world.store.values()]);
    app.post("/backups", async (request, reply) => {
      const { name, volume } = z.strictObject({ name: z.string(), volume: z.int() }).parse(request.body);
      const id = randomUUID();
      world.store.set(id, { id, name, volume, done: true, at: new Date(world.clock.now()).toISOString() });
      return reply.code(201).send(world.store.get(id));
    });
    app.get<{ Params: { id: string } }>("/backups/:id", async ({ params }, reply) =>
      world.store.has(params.id) ? world.store.get(params.id) : reply.code(404).send({ message: "no such backup" }),
    );
    app.delete<{ Params: { id: string } }>("/backups/:id", async ({ params }, reply) =>
      world.store.delete(params.id) ? reply.code(204).send() : reply.code(404).send({ message: "no such backup" }),
    );
  },
};
