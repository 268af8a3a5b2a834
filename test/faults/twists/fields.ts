import { EngineModel } from "../engine-model";
import type { Subject } from "../subjects";
import { World } from "../world";
import { type Twist, withFields } from "./twist";

/** The names of all fields of all answers that a resource of the subject meets from its creation to its deletion. */
export async function fieldsOf({ kind, service, args, leaves }: Subject): Promise<string[]> {
  const fields = new Set<string>();
  const collecting: Twist = {
    name: "collecting",
    treat: async ({ pass }) =>
      withFields(await pass(), (name, value) => {
        if (/^[a-z]/.test(name)) fields.add(name);
        return value;
      }),
  };
  const world = await World.open({ buildSeconds: 0.05 });
  try {
    world.rules.add({ service, times: Number.POSITIVE_INFINITY, fault: collecting });
    const engine = new EngineModel("fields", [{ kind, name: "it", args: { ...args, onDelete: leaves } }]);
    const config = world.config(undefined, service);
    await engine.up(config);
    await engine.refresh(config);
    await engine.destroy(config);
  } finally {
    await world.close();
  }
  return [...fields];
}
