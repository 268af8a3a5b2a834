import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ProviderProcess, registered } from "../../../faults/provider-process";
import { World } from "../../../faults/world";
import { shopPlan } from "../../../kinds/example-shop";

const KIND = "serveravatar:BackupPlan";

describe("a run that is killed while a rate limit holds its creation back", () => {
  const home = process.env.PULUMI_HOME;
  let world: World;
  before(async () => {
    process.env.PULUMI_HOME = await mkdtemp(join(tmpdir(), "killed-"));
    world = await World.open();
  });
  after(async () => {
    await world.close();
    await rm(process.env.PULUMI_HOME!, { recursive: true });
    if (home === undefined) delete process.env.PULUMI_HOME;
    else process.env.PULUMI_HOME = home;
  });

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
