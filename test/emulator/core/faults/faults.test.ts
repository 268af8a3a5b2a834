import assert from "node:assert/strict";
import { examplePlan } from "../../example-plan";
import { useEmulator } from "../../use-emulator";

/** The answer to each fault that the client sees, and whether the service did its work. */
const cases: [fault: string, seen: number | "no answer" | "cut", processed: boolean][] = [
  ["reset-before", "no answer", false],
  ["reset-after", "no answer", true],
  ["close-after", "no answer", true],
  ["error-500", 500, false],
  ["unavailable-503", 503, false],
  ["bad-gateway-502", 502, true],
  ["gateway-timeout-504", 504, true],
  ["too-many-429", 429, false],
  ["truncated", "cut", true],
  ["unauthorized-401", 401, false],
  ["hang", "no answer", true],
];

describe("emulator: faults", () => {
  const { control, serveravatar, urls } = useEmulator();
  const path = "/organizations/5/servers/15/backups";

  async function create(): Promise<number | "no answer" | "cut"> {
    try {
      const answer = await fetch(urls().serveravatar + path, {
        method: "POST",
        headers: { authorization: "emulator-token", "content-type": "application/json" },
        body: JSON.stringify(examplePlan),
        signal: AbortSignal.timeout(300),
      });
      const text = await answer.text();
      const isCut = answer.ok && !text.endsWith("}");
      return isCut ? "cut" : answer.status;
    } catch {
      return "no answer";
    }
  }

  for (const [fault, seen, processed] of cases) {
    it(`POST /faults ${fault}: the client sees ${seen}, ${processed ? "one plan" : "no plan"} is there`, async () => {
      await control("POST", "/faults", { service: "serveravatar", method: "POST", path, fault });
      assert.equal(await create(), seen);
      assert.equal((await control("GET", "/counts")).body.serveravatar.plans, Number(processed));
      const [entry] = (await control("GET", "/requests")).body;
      assert.deepEqual([entry.fault, entry.body.provider], [fault, "wasabi"]);
      const logged = { "no answer": null, cut: 200 };
      assert.equal(entry.status, typeof seen === "number" ? seen : logged[seen]);
      assert.equal(await create(), 200);
    });
  }

  it("POST /faults strikes the n-th match, so many times", async () => {
    await control("POST", "/faults", [{ path: "backups$", nth: 2, times: 2, fault: "error-500" }]);
    const seen = [];
    for (let index = 0; index < 4; index++) {
      assert.equal((await serveravatar("GET", "/organizations")).status, 200);
      seen.push(await create());
    }
    assert.deepEqual(seen, [200, 500, 500, 200]);
  });

  it("POST /faults unavailable-503 and too-many-429 say Retry-After", async () => {
    for (const fault of ["unavailable-503", "too-many-429"]) {
      await control("POST", "/faults", { fault });
      assert.equal((await serveravatar("GET", "/organizations")).headers.get("retry-after"), "1");
    }
  });

  it("POST /faults refuses an unknown fault; DELETE /faults disarms", async () => {
    assert.equal((await control("POST", "/faults", { fault: "flood" })).status, 400);
    await control("POST", "/faults", { fault: "hang" });
    await control("DELETE", "/faults");
    assert.equal(await create(), 200);
  });
});
