import assert from "node:assert/strict";
import { one, three, two, useTrove } from "../../use-trove";

/** test/trove/emulator-agrees.trove.ts compares the rest with Trove. */
describe("emulator: Trove lists", () => {
  const { call, control, settings, create } = useTrove();
  const list = async (query = "") => (await call("GET", `/backups${query}`)).body;

  it("GET /limits: quotas, and what is left of each rate", async () => {
    await settings({ rateLimitPerMinute: 4, maxBackups: 7 });
    await call("GET", "/backups");
    const { limits } = (await call("GET", "/limits")).body;
    assert.equal(limits[0].max_backups, 7);
    const left = Object.fromEntries(
      limits.slice(1, 5).map((row: { verb: string; remaining: number }) => [row.verb, row]),
    );
    assert.deepEqual([left.GET.value, left.GET.remaining, left.POST.remaining], [4, 2, 4]);
    assert.match(left.GET.nextAvailable, /T\d\d:\d\d:\d\dZ$/);
  });

  it("GET /backups stays quick with 1000 backups", async () => {
    await settings({ maxBackups: -1, buildSeconds: 0 });
    const began = Date.now();
    for (let count = 0; count < 1000; count++)
      await create({ name: `b${count}`, instance: [one, two, three][count % 3] });
    const made = Date.now();
    assert.equal((await list("?limit=2000")).backups.length, 1000);
    for (let marker = 0; marker < 1000; marker += 20)
      assert.equal((await list(`?marker=${marker}`)).backups.length, 20);
    assert.ok(made - began < 20_000 && Date.now() - made < 5_000, `${made - began} ms, ${Date.now() - made} ms`);
    assert.equal((await control("GET", "/counts")).body.trove.backups, 1000);
  });
});
