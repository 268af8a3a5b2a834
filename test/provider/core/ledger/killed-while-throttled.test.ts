import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { ProviderProcess, registered } from "../../../faults/provider-process";
import { World } from "../../../faults/world";
import { shopPlan } from "../../../kinds/example-shop";
import { useHome } from "../../../with/home";

const KIND = "serveravatar:BackupPlan";

describe("a run that is killed while a rate limit holds its creation back", () => {
  useHome();
  let world: World;
  before(async () => {
    world = await World.open();
  });
  after(() => world.close());

  it("leaves no doubt: the next run makes the plan", async () => {
    const start = (lives: () => boolean) =>
      ProviderProcess.start(
        { ...world.config(), "backup-plans:pollSeconds": "0.1", "backup-plans:timeoutMinutes": "0.1" },
        { lives, warned: () => undefined },
      );
    const fault = { service: "serveravatar", method: "POST", fault: "too-many-429", times: 1000 };
    await world.control("POST", "/faults", fault);
    const posts = async () => (await world.control("GET", "/counts")).serveravatar.writes;
    let isKilled = false;
    const args = registered(KIND, "shop", "dev", { ...shopPlan });
    const killed = (await start(() => !isKilled)).of(KIND);
    const { inputs } = await killed.check({}, args);
    const doomed = killed.create(inputs!).catch(() => undefined);
    while (!(await posts())) await sleep(20);
    await sleep(500);
    isKilled = true;
    await world.control("DELETE", "/faults");
    const next = (await start(() => true)).of(KIND);
    await next.create((await next.check({}, args)).inputs!);
    assert.equal((await world.holdings()).serveravatar.plans.length, 1);
    await doomed;
  });
});
