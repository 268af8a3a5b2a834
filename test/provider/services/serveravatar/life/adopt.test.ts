import assert from "node:assert/strict";
import { shopPlanSent } from "../../../../kinds/example-shop";
import { assertDone, assertRefused } from "../../../../with/journeys/assert-outcome";
import { plan } from "../../../../with/journeys/plans";
import { useModel } from "../../../../with/journeys/use-model";

/** A plan that somebody made in the panel. */
const inPanel = { ...shopPlanSent, schedule: "Every Week", retention_period: "1 Month" };

describe("adopting a plan", () => {
  const journey = useModel();

  it("is refused without a run to compare with", async () => {
    journey().declare(plan({ adopt: "99" }));
    const { outcome, writes } = await journey().sent(() => journey().up());
    assertRefused(outcome, "adopt: no run of plan 99 is listed in organization 5", "backup-plans:adoptUnseen");
    assert.deepEqual([writes, journey().state()], [[], []]);
  });
});

describe("adopting a plan unseen, where the configuration says so", () => {
  const journey = useModel({ "backup-plans:adoptUnseen": "true" });

  it("is done by one PATCH", async () => {
    await journey().control("POST", "/settings", { serveravatar: { showScheduledRuns: false } });
    await journey().send("serveravatar", "POST", "/organizations/5/servers/15/backups", inPanel);
    journey().declare(plan({ adopt: "21" }));
    const { outcome, writes } = await journey().sent(() => journey().up());
    assertDone(outcome);
    assert.deepEqual(
      writes.map(({ method }) => method),
      ["PATCH"],
    );
  });
});
