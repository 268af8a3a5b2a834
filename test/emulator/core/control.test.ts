import assert from "node:assert/strict";
import { useEmulator } from "../use-emulator";

describe("emulator: control", () => {
  const { control, serveravatar } = useEmulator();

  it("GET /requests tells method, path, status, service and time, and no credential", async () => {
    await serveravatar("GET", "/organizations?page=2");
    await serveravatar("POST", "/organizations/5/backups/destroy", { ids: [1] });
    const { body } = await control("GET", "/requests");
    const [read, write] = body;
    assert.equal(body.length, 2);
    assert.deepEqual(
      [read.service, read.method, read.path, read.query, read.status],
      ["serveravatar", "GET", "/organizations", { page: "2" }, 200],
    );
    assert.deepEqual([write.method, write.body, write.status], ["POST", { ids: [1] }, 500]);
    assert.ok(Math.abs(Date.parse(read.time) - Date.now()) < 5000);
    assert.ok(!JSON.stringify(body).includes("emulator-token"));
  });

  it("GET /requests has each request once, one to an unknown route too", async () => {
    assert.equal((await serveravatar("GET", "/nowhere", undefined, {})).status, 404);
    assert.equal((await control("GET", "/requests")).body.length, 1);
  });

  it("DELETE /requests empties the log and the tally of writes", async () => {
    await serveravatar("POST", "/organizations/5/backups/destroy", { ids: [] });
    assert.equal((await control("GET", "/counts")).body.serveravatar.writes, 1);
    assert.equal((await control("DELETE", "/requests")).status, 204);
    assert.equal((await control("GET", "/counts")).body.serveravatar.writes, 0);
    assert.deepEqual((await control("GET", "/requests")).body, []);
  });

  it("POST /time advances by seconds, ISO duration and units, and sets", async () => {
    await control("POST", "/time", { set: "2030-01-31T00:00:00Z" });
    const near = async (body: unknown, expected: string) => {
      const { time } = (await control("POST", "/time", body)).body;
      assert.equal(time.slice(0, 16), expected);
    };
    await near({ advance: 3600 }, "2030-01-31T01:00");
    await near({ advance: "P1D" }, "2030-02-01T01:00");
    await near({ advance: { months: 1, hours: 2 } }, "2030-03-01T03:00");
    assert.equal((await control("POST", "/time", { advance: "tomorrow" })).status, 400);
  });

  it("POST /settings refuses an unknown key or value and changes nothing then", async () => {
    const unknown = await control("POST", "/settings", { serveravatar: { latencyMs: 5, colour: "red" } });
    assert.equal(unknown.status, 400);
    assert.match(unknown.body.error, /colour/);
    assert.equal((await control("POST", "/settings", { undocumentedDelete: "works" })).status, 400);
    assert.equal((await control("GET", "/settings")).body.serveravatar.latencyMs, 0);
  });

  it("POST /settings holds for one service or for all", async () => {
    await control("POST", "/settings", { latencyMs: 3, trove: { buildSeconds: 9 } });
    const { body } = await control("GET", "/settings");
    assert.deepEqual([body.dds.latencyMs, body.serveravatar.latencyMs], [3, 3]);
    assert.deepEqual([body.trove.buildSeconds, body.dds.buildSeconds], [9, 0.2]);
  });

  it("POST /settings rateLimitPerMinute answers 429 until the minute is over", async () => {
    await control("POST", "/settings", { serveravatar: { rateLimitPerMinute: 2 } });
    await control("POST", "/time", { set: "2030-01-01T00:00:00Z" });
    const statuses = [];
    for (let index = 0; index < 3; index++) statuses.push((await serveravatar("GET", "/organizations")).status);
    assert.deepEqual(statuses, [200, 200, 429]);
    await control("POST", "/time", { advance: 60 });
    assert.equal((await serveravatar("GET", "/organizations")).status, 200);
  });

  it("POST /reset brings back the seed, the settings, the clock and an empty log", async () => {
    await control("POST", "/settings", { latencyMs: 3 });
    await control("POST", "/time", { advance: "P1Y" });
    await serveravatar("GET", "/organizations");
    await control("POST", "/reset");
    assert.deepEqual((await control("GET", "/requests")).body, []);
    assert.equal((await control("GET", "/settings")).body.serveravatar.latencyMs, 0);
    assert.ok(Math.abs(Date.parse((await control("GET", "/time")).body.time) - Date.now()) < 5000);
  });
});
