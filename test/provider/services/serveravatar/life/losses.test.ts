import assert from "node:assert/strict";
import { assertDone, assertRefused, assertSays } from "../../../../with/journeys/assert-outcome";
import { plan, without } from "../../../../with/journeys/plans";
import { useModel } from "../../../../with/journeys/use-model";

const shorter = { retentionPeriod: "6 Months" };
const rarer = { ...shorter, schedule: "Every Week" };
const elsewhere = { ...rarer, provider: "wasabi", cloudStorageProviderId: 10 };

const losses: [title: string, args: object, allow: object][] = [
  ["a shorter retention", shorter, { "shorter-retention": "6 Months" }],
  ["a schedule that backs up less often", rarer, { "less-frequent": "Every Week" }],
  ["another destination", elsewhere, { "change-destination": "wasabi 10" }],
];

describe("a loss of a plan", () => {
  const journey = useModel();

  before(async () => {
    journey().declare(plan());
    assertDone(await journey().up());
  });

  for (const [title, args, allow] of losses) {
    it(`${title} is done by one PATCH once that line is written`, async () => {
      journey().declare(plan({ ...args, allow }));
      const { outcome, writes } = await journey().sent(() => journey().up());
      assertDone(outcome);
      assert.deepEqual(
        writes.map(({ method, status }) => `${method} ${status}`),
        ["PATCH 200"],
      );
    });
  }

  it("of a narrower scope is told with that of the plan that is left running", async () => {
    const files = without({ ...elsewhere, type: "filesystem", databaseId: undefined }, "databaseExtension");
    journey().declare(plan(files));
    const { outcome, requests } = await journey().sent(() => journey().preview());
    const target = '"leave-running": "application 4246 on server 15"';
    const scope = '"narrower-scope": "database 4223 of application 4246"';
    assertRefused(outcome, `write allow: { ${scope}, ${target} }`);
    assert.deepEqual(requests, []);
    const allow = {
      "leave-running": "application 4246 on server 15",
      "narrower-scope": "database 4223 of application 4246",
    };
    journey().declare(plan({ ...files, allow }));
    const up = await journey().sent(() => journey().up());
    assertDone(up.outcome);
    assertSays(up.outcome.text, "warning: plan 21 keeps running");
    assert.deepEqual(
      up.writes.map(({ method }) => method),
      ["POST"],
    );
    assert.equal((await journey().counts()).plans, 2);
    assert.equal(journey().outputs("nightly").planId, "22");
  });

  it("by a changed server is refused in preview, and agreed to by the line that it prints", async () => {
    const moved = without({ ...elsewhere, server: 11, type: "filesystem", databaseId: undefined }, "databaseExtension");
    journey().declare(plan(moved));
    const { outcome, requests } = await journey().sent(() => journey().preview());
    assertRefused(outcome, "nightly: server", "this change makes a new plan", "keeps running");
    assert.deepEqual(requests, []);
    const [, line] = /write allow: (\{.*?\})/.exec(outcome.text.replace(/\s+/g, " "))!;
    journey().declare(plan({ ...moved, allow: JSON.parse(line!) }));
    assertDone(await journey().preview());
  });
});
