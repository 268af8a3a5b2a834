import assert from "node:assert/strict";
import { setTimeout } from "node:timers/promises";
import { EngineModel } from "../../../faults/engine-model";
import { World } from "../../../faults/world";
import { shopPlan } from "../../../kinds/example-shop";
import { useHome } from "../../../with/home";
import { withHost } from "../../../with/host/with-host";

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

  it("consent 6: is refused before the request, with how to have that one, which the state lost; then it has it", async () => {
    await made(declared("shop"));
    forget();
    const engine = new EngineModel("dev", [declared("shop")]);
    const { errors } = await engine.up(config());
    assert.match(
      `${errors.shop}`,
      /plan 21 already backs up this target to this storage.* write adopt: "21".* write aliases/s,
    );
    assert.match(`${errors.shop}`, /allow: \{ "second-plan": "21" \}/);
    assert.equal(await plansMade(), 1);
    engine.edit("shop", { adopt: "21", allow: { "overwrite-unseen": "21" } });
    assert.deepEqual((await engine.up(config())).errors, {});
    assert.deepEqual([engine.state.get("shop")!.outputs.planId, await plansMade()], ["21", 1]);
  });

  it("consent 6: is made beside those that the program names, in the order of their ids, and beside no other", async () => {
    await made(...["Every Day", "Every Week", "Every Month"].map((schedule) => declared(schedule, { schedule })));
    forget();
    const engine = new EngineModel("dev", [declared("shop", { allow: { "second-plan": "21,22" } })]);
    const { errors } = await engine.up(config());
    assert.match(`${errors.shop}`, /allow: \{ "second-plan": "21,22,23" \}/);
    engine.edit("shop", { allow: { "second-plan": "21,22,23" } });
    assert.deepEqual([(await engine.up(config())).errors, await plansMade()], [{}, 4]);
  });

  for (const form of [{ applicationExtension: ".tar" }, { databaseExtension: ".sql" }]) {
    it(`consent 6: is refused where it differs in ${Object.keys(form)} alone`, async () => {
      await made(declared("shop"));
      forget();
      const { errors } = await new EngineModel("dev", [declared("shop", form)]).up(config());
      assert.match(`${errors.shop}`, /allow: \{ "second-plan": "21" \}/);
      assert.equal(await plansMade(), 1);
    });
  }

  it("consent 6: is refused, too, where a resource moves to that target before its own id is known", async () => {
    const start = { startBackup: "2099-01-01 10:00" };
    await made(declared("blog", { applicationId: 4247 }));
    forget();
    const engine = new EngineModel("dev", [declared("shop", start)]);
    await engine.up(config());
    engine.edit("shop", { applicationId: 4247, allow: { "leave-running": "application 4246 on server 15" } });
    const { errors } = await engine.up(config());
    assert.match(`${errors.shop}`, /allow: \{ "second-plan": "21"/);
    assert.equal(await plansMade(), 2);
  });

  it("is told nothing of one that a resource has, or takes, that is shown later", async () => {
    const first = await made(declared("old"));
    await first.up(config());
    const { state } = first;
    const engine = new EngineModel("dev", [declared("new", { schedule: "Every Week" }), declared("old")]);
    engine.history.set("old", state.get("old"));
    assert.deepEqual(await engine.up(config()), { errors: {}, warnings: {} });
    forget();
    const adopting = (adopt: string) => ({ adopt, allow: { "overwrite-unseen": adopt } });
    const taking = [
      declared("third", { schedule: "Every Month" }),
      declared("one", adopting("21")),
      declared("other", { ...adopting("22"), schedule: "Every Week" }),
    ];
    const { errors } = await new EngineModel("dev", taking).up(config());
    assert.deepEqual(errors, {});
  });

  it("is told nothing of one that a resource has which is shown while it is made", async () => {
    const old = (await made(declared("old"))).state.get("old")!;
    const slow = { ...world.config(), "backup-plans:pollSeconds": "1" };
    await withHost({ config: slow, env: { PULUMI_HOME: home.path() } }, async (host) => {
      const { inputs } = await host.check("serveravatar:BackupPlan", declared("new").args);
      const creating = host.create("serveravatar:BackupPlan", inputs);
      await setTimeout(100);
      await host.diff("serveravatar:BackupPlan", old.id, old.outputs, old.inputs);
      assert.equal((await creating).properties.planId, "22");
    });
  });

  it("is told nothing of the one that it replaces", async () => {
    const engine = await made(declared("shop"));
    forget();
    const told = await engine.up(config(), "replace");
    forget();
    assert.deepEqual(told.errors, {});
    const allow = {
      "leave-running": "application 4246 on server 15",
      "narrower-scope": "database 4223 of application 4246",
    };
    // It has not the same database.
    engine.edit("shop", { databaseId: undefined, allow });
    const edited = await engine.up(config());
    assert.deepEqual([edited.errors, await plansMade()], [{}, 3]);
  });

  it("is told nothing of an instant backup", async () => {
    const { schedule: _, ...instant } = shopPlan;
    const before = { kind: "serveravatar:BackupPlan", name: "before", args: { ...instant, automaticBackup: false } };
    await made(before as ReturnType<typeof declared>);
    forget();
    await made(declared("shop"));
  });
});
