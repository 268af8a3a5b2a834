import assert from "node:assert/strict";
import { EngineModel } from "../../../faults/engine-model";
import { World } from "../../../faults/world";
import { shopPlan } from "../../../kinds/example-shop";
import { useHome } from "../../../with/home";

/** By the services' clock, which the tests turn on. */
const BUILD_SECONDS = 60;

describe("what is edited while it is unfinished", () => {
  useHome();
  let world: World;
  afterEach(() => world.close());

  function config(more: Record<string, string> = {}): Record<string, string> {
    return { ...world.config(), "backup-plans:pollSeconds": "0.1", "backup-plans:timeoutMinutes": "1", ...more };
  }

  it("a plan of which it is not known whether it was made is changed once a refresh has found it", async () => {
    world = await World.open({ serveravatar: { showUnfinishedScheduled: false, buildSeconds: BUILD_SECONDS } });
    const engine = new EngineModel("dev", [{ kind: "serveravatar:BackupPlan", name: "shop", args: { ...shopPlan } }]);
    await world.control("POST", "/faults", { service: "serveravatar", method: "POST", fault: "close-after" });
    assert.match((await engine.up(config())).errors.shop ?? "", /may or may not/);
    engine.edit("shop", { schedule: "Every Hour" });
    assert.match((await engine.up(config())).errors.shop ?? "", /cannot be changed/);
    await world.control("POST", "/time", { advance: BUILD_SECONDS });
    assert.match((await engine.up(config())).errors.shop ?? "", /nothing is changed before the state knows it/);
    await engine.refresh(config());
    assert.deepEqual((await engine.up(config())).errors, {});
    const { serveravatar } = await world.holdings();
    assert.deepEqual(
      serveravatar.plans.map(({ schedule }: { schedule: string }) => schedule),
      ["Every Hour"],
    );
  });

  it("a recovery point is kept when it completes after onDelete was taken out of the program", async () => {
    world = await World.open({ dds: { buildSeconds: BUILD_SECONDS } });
    const args = { instanceId: "a89dab5e39394eccbdb77b19d57b0180in02", onDelete: "delete" };
    const engine = new EngineModel("dev", [{ kind: "dds:Backup", name: "orders", args }]);
    const impatient = config({ "backup-plans:timeoutMinutes": "0.01" });
    assert.match((await engine.up(impatient)).errors.orders ?? "", /still BUILDING/);
    engine.edit("orders", { onDelete: undefined });
    assert.match((await engine.up(impatient)).errors.orders ?? "", /still BUILDING/);
    await world.control("POST", "/time", { advance: BUILD_SECONDS });
    assert.deepEqual((await engine.destroy(config())).errors, {});
    assert.equal((await world.holdings()).dds.backups.length > 0, true);
  });
});
