import assert from "node:assert/strict";
import { setTimeout } from "node:timers/promises";
import { useHome } from "../../with/home";
import { EngineModel } from "../engine-model";
import { World } from "../world";

const target = { organization: 5, server: 15, type: "filesystem", applicationId: 4246 };
const storage = { provider: "wasabi", cloudStorageProviderId: 10, applicationExtension: ".tar.gz" };
const kind = "serveravatar:BackupPlan";
const RUN_SECONDS = 2;

describe("ServerAvatar plans of one target whose first runs show after the look for them", () => {
  useHome();
  let world: World;
  before(async () => {
    world = await World.open({ serveravatar: { buildSeconds: RUN_SECONDS, showUnfinishedScheduled: false } });
  });
  after(() => world.close());

  it("are each found by their own, and none by the other's", async () => {
    const schedules = { daily: "Every Day", hourly: "Every Hour", weekly: "Every Week" };
    const engine = new EngineModel(
      "dev",
      Object.entries(schedules).map(([name, schedule]) => ({
        ...{ kind, name },
        args: { ...target, ...storage, automaticBackup: true, schedule },
      })),
    );
    const config = world.config();
    assert.deepEqual((await engine.up(config)).errors, {});
    const { plans } = (await world.holdings()).serveravatar;
    const told = () => [...engine.state.values()].map(({ outputs }) => [outputs.planId, outputs.schedule]);
    const there = plans.map(({ id, schedule }: { id: number; schedule: string }) => [`${id}`, schedule]);
    for (const [planId, schedule] of told()) {
      if (planId)
        assert.deepEqual(
          [planId, schedule],
          there.find(([id]: string[]) => id === planId),
        );
    }
    await setTimeout(RUN_SECONDS * 1000);
    await engine.refresh(config);
    assert.deepEqual(told(), there);
  });
});
