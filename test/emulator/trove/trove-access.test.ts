import assert from "node:assert/strict";
import { faultOf, one, useTrove } from "../use-trove";

const unauthorized = {
  error: { code: 401, title: "Unauthorized", message: "The request you have made requires authentication." },
};

/** test/trove/emulator-agrees.trove.ts compares the rest with Trove. */
describe("emulator: Trove's refusals", () => {
  const { call, control, settings, advance, create } = useTrove();

  it("413 with Retry-After for one request too many, by verb", async () => {
    await settings({ rateLimitPerMinute: 2 });
    await call("GET", "/backups");
    await call("GET", "/backups");
    const { status, headers, body } = await call("GET", "/backups");
    assert.deepEqual([status, headers.get("retry-after")], [413, body.overLimit.retryAfter]);
    assert.match(body.overLimit.retryAfter, /^(29|30)$/);
    assert.equal(body.overLimit.details, "Only 2 GET request(s) can be made to * every minute.");
    assert.equal((await create({})).status, 202);
    await advance(30);
    assert.equal((await call("GET", "/backups")).status, 200);
    assert.equal((await call("GET", "/backups")).status, 413);
  });

  it("swift: the object store does not matter for another storage driver", async () => {
    await settings({ swift: "down" });
    assert.equal((await create({})).status, 500);
    assert.equal((await create({ storage_driver: "cinder" })).status, 202);
  });

  it("faults that the control port asks for come in Trove's words", async () => {
    for (const [fault, status, name] of [
      ["error-500", 500, "instanceFault"],
      ["unavailable-503", 503, "serviceUnavailable"],
      ["too-many-429", 429, "overLimit"],
    ] as const) {
      await control("POST", "/faults", { service: "trove", method: "POST", fault });
      assert.deepEqual(faultOf(await create({ instance: one })).slice(0, 2), [status, name]);
    }
    await control("POST", "/faults", { service: "trove", fault: "unauthorized-401" });
    assert.deepEqual((await call("GET", "/backups")).body, unauthorized);
  });
});
