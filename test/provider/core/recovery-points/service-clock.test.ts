import assert from "node:assert/strict";
import { Host } from "../../../with/host/host";
import { configFor, useHost } from "../../../with/host/use-host";

const HOUR = 3600;

const CASES = {
  "trove:Backup": { instance: "d4603f69-ec7e-4e9b-803f-600b9205576f" },
  "dds:Backup": { instanceId: "a89dab5e39394eccbdb77b19d57b0180in02" },
};

/** The provider's clock is ahead of the service's, or behind it. */
describe("the age of what an interrupted run left", () => {
  const { host, urls, control } = useHost({ settings: { buildSeconds: 0 } });
  let second: Host;
  beforeEach(async () => {
    second = await Host.start({ config: configFor(urls()) });
  });
  afterEach(() => second?.stop());

  for (const [kind, given] of Object.entries(CASES)) {
    for (const [hours, isLeft] of [
      [-30, true],
      [-29, false],
      [30, true],
    ] as const) {
      it(`doubt 9: ${kind}: goes by the service's clock, ${hours} h from ours: ${isLeft ? "a minute is" : "25 h are not"} the last run`, async () => {
        const args = { ...given, __owner: `dev::shop::::${kind}${hours}${isLeft}` };
        await control("POST", "/time", { set: new Date(Date.now() + hours * HOUR * 1000).toISOString() });
        const { inputs } = await host().check(kind, args);
        const made = await host().create(kind, inputs);
        await control("POST", "/time", { advance: isLeft ? 60 : 25 * HOUR });
        await second.check(kind, args);
        const again = second.create(kind, inputs);
        if (isLeft) assert.equal((await again).id, made.id);
        else if (kind === "dds:Backup") await assert.rejects(again, /is taken by/);
        else assert.notEqual((await again).id, made.id);
      });
    }
  }
});
