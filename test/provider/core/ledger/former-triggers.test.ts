import assert from "node:assert/strict";
import { EngineModel } from "../../../faults/engine-model";
import { World } from "../../../faults/world";
import { minimalOf } from "../../../kinds/asked";
import { otcBackups } from "../../../kinds/otc/services";
import { useHome } from "../../../with/home";

const KINDS = [...otcBackups, "trove:Backup"];

const FIVE_HOURS = 5 * 3600;

describe("triggers that become what they were", () => {
  useHome();
  let world: World;
  beforeEach(async () => {
    world = await World.open({ buildSeconds: 0 });
  });
  afterEach(() => world.close());

  it("take a new backup each time, also within a day: deploy, deploy, roll back, deploy again", async () => {
    const config = { ...world.config(), "backup-plans:pollSeconds": "0.05" };
    const declared = KINDS.map((kind) => ({ kind, name: kind.replace(":", "-"), args: minimalOf(kind) }));
    const engine = new EngineModel("dev", declared);
    const made = new Map(declared.map(({ name }) => [name, new Set<string>()]));
    for (const version of ["v42", "v43", "v42", "v43"]) {
      for (const { name } of declared) engine.edit(name, { triggers: [version] });
      assert.deepEqual(await engine.up(config), { errors: {}, warnings: {} }, version);
      for (const [name, { id }] of engine.state) made.get(name)!.add(id);
      await world.control("POST", "/time", { advance: FIVE_HOURS });
    }
    assert.deepEqual(
      [...made].map(([name, ids]) => [name, ids.size]),
      declared.map(({ name }) => [name, 4]),
    );
  });
});
