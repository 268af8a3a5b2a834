import assert from "node:assert/strict";
import { setTimeout } from "node:timers/promises";
import { EngineModel } from "../../../faults/engine-model";
import { World } from "../../../faults/world";
import { shopPlan } from "../../../kinds/example-shop";
import { useHome } from "../../../with/home";
import { Host } from "../../../with/host/host";

const declared = (name: string, more: object = {}) => ({
  kind: "serveravatar:BackupPlan",
  name,
  args: { ...shopPlan, ...more },
});

describe("a ServerAvatar plan that is made where another one backs up the same", () => {
  const home = useHome();
  let world: World;
  beforeEach(async () => {
    world = await World.open({ serveravatar: { buildSeconds: 0 } });
  });
  afterEach(() => world.close());

  /** What earlier runs noted goes too, as on another machine. */
  const forget = home.renew;
  const config = () => ({ ...world.config(), "backup-plans:pollSeconds": "0.1" });
  const plansMade = async () => (await world.holdings()).serveravatar.plans.length as number;

  async function made(...all: ReturnType<typeof declared>[]): Promise<EngineModel> {
    const engine = new EngineModel("dev", all);
    assert.deepEqual(await engine.up(config()), { errors: {}, warnings: {} });
    return engine;
  }

  it("is told of that one, which the state lost, and of how to have it; then it has it", async () => {
    await made(declared("shop"));
    forget();
    const engine = new EngineModel("dev", [declared("shop")]);
    const { errors, warnings } = await engine.up(config());
    assert.deepEqual([errors, warnings.shop?.length, await plansMade()], [{}, 1, 2]);
    assert.match(warnings.shop![0]!, /^plan 21 already backs up this target to this storage/);
    assert.match(warnings.shop![0]!, /adopt: "21" and run pulumi up --replace with this resource's URN/);
    engine.edit("shop", { adopt: "21" });
    assert.deepEqual((await engine.up(config(), "replace")).errors, {});
    assert.deepEqual([engine.state.get("shop")!.outputs.planId, await plansMade()], ["21", 2]);
  });

  it("is told of a few by name, the one that ran last first, and of how many more there are", async () => {
    await made(...["a", "b", "c", "d", "e"].map((name) => declared(name)));
    forget();
    const { warnings } = await new EngineModel("dev", [declared("shop")]).up(config());
    assert.match(warnings.shop!.join("\n"), /^plans 25, 24, 23 and 2 more already back up this target to this storage/);
  });

  it("is told nothing of one that a resource has, or takes, that is shown later", async () => {
    const first = await made(declared("old"));
    await first.up(config());
    const { state } = first;
    const engine = new EngineModel("dev", [declared("new"), declared("old")]);
    engine.history.set("old", state.get("old"));
    assert.deepEqual(await engine.up(config()), { errors: {}, warnings: {} });
    forget();
    const taking = [declared("third"), declared("one", { adopt: "21" }), declared("other", { adopt: "22" })];
    assert.deepEqual(await new EngineModel("dev", taking).up(config()), { errors: {}, warnings: {} });
  });

  it("is told nothing of one that a resource has which is shown while it is made", async () => {
    const old = (await made(declared("old"))).state.get("old")!;
    const host = await Host.start({
      config: { ...world.config(), "backup-plans:pollSeconds": "1" },
      env: { PULUMI_HOME: home.path() },
    });
    try {
      const { inputs } = await host.check("serveravatar:BackupPlan", declared("new").args);
      const creating = host.create("serveravatar:BackupPlan", inputs);
      while ((await plansMade()) < 2) await setTimeout(20);
      await host.diff("serveravatar:BackupPlan", old.id, old.outputs, old.inputs);
      await creating;
      assert.deepEqual(
        host.logs.filter(({ message }) => isOfAnother(message)),
        [],
      );
    } finally {
      await host.stop();
    }
  });

  it("is told nothing of the one that it replaces", async () => {
    const engine = await made(declared("shop"));
    forget();
    const told = await engine.up(config(), "replace");
    forget();
    assert.deepEqual([told.errors, told.warnings.shop?.filter(isOfAnother)], [{}, []]);
    const allow = {
      "leave-running": "application 4246 on server 15",
      "narrower-scope": "database 4223 of application 4246",
    };
    engine.edit("shop", { databaseId: undefined, allow });
    const edited = await engine.up(config());
    assert.deepEqual(edited.errors, {});
    assert.deepEqual(edited.warnings.shop?.filter(isOfAnother).map(idsIn), [["21"]]);
  });

  it("is told nothing of an instant backup", async () => {
    const { schedule: _, ...instant } = shopPlan;
    const before = { kind: "serveravatar:BackupPlan", name: "before", args: { ...instant, automaticBackup: false } };
    await made(before as ReturnType<typeof declared>);
    forget();
    await made(declared("shop"));
  });
});

const isOfAnother = (warning: string): boolean => /already backs? up/.test(warning);

const idsIn = (warning: string): string[] => warning.slice(0, warning.indexOf("already")).match(/\d+/g) ?? [];
