import assert from "node:assert/strict";
import { setTimeout } from "node:timers/promises";
import { assertDone, assertRefused, assertSays, assertUnchanged } from "../with/journeys/assert-outcome";
import { plan } from "../with/journeys/plans";
import { useJourney } from "../with/journeys/use-journey";

/** As somebody made it in the panel; `daily` of the same application. */
const inPanel = {
  cloud_storage_provider_id: 12,
  automatic_backup: 1,
  type: "application",
  application_id: 4246,
  database_id: 4223,
  provider: "serveravatar",
  schedule: "Every Week",
  retention_period: "1 Month",
  start_backup_from_now: 1,
  application_extension: ".tar.gz",
  database_extension: ".sql.gz",
};

describe("adopting a plan, on a real engine", () => {
  const journey = useJourney();

  before(async () => {
    await journey().outside("POST", "/organizations/5/servers/15/backups", inPanel);
    await setTimeout(200);
  });

  it("is refused where a run shows something else than what is declared", async () => {
    journey().declare(plan({ adopt: "21", databaseId: 4224 }));
    const { outcome, writes } = await journey().sent(() => journey().up());
    assertRefused(outcome, "adopt: plan 21 does not match what is declared: databaseId (there: 4223)");
    assert.deepEqual(writes, []);
    assert.deepEqual(await journey().state(), []);
  });

  it("is refused without a run to compare with", async () => {
    journey().declare(plan({ adopt: "99" }));
    const { outcome, writes } = await journey().sent(() => journey().up());
    assertRefused(outcome, "adopt: no run of plan 99 is listed in organization 5", "backup-plans:adoptUnseen");
    assert.deepEqual(writes, []);
  });

  it("is told by the preview, with the PATCH that sets the plan as declared", async () => {
    journey().declare(plan({ adopt: "21" }));
    const { outcome, requests } = await journey().sent(() => journey().preview(["--diff"]));
    assert.deepEqual(requests, []);
    assertSays(outcome.text, "Adopts plan 21 by one PATCH: Every Day");
  });

  it("consent 5: is refused where its runs do not show what is overwritten, until the program agrees", async () => {
    journey().declare(plan({ adopt: "21" }));
    const { outcome, writes } = await journey().sent(() => journey().up());
    assertRefused(outcome, "its runs do not show how often it runs", 'allow: { "overwrite-unseen": "21" }');
    assert.deepEqual(writes, []);
  });

  it("takes it over by one PATCH with the declared plan", async () => {
    journey().declare(plan({ adopt: "21", allow: { "overwrite-unseen": "21" } }));
    const { outcome, writes } = await journey().sent(() => journey().up());
    assertDone(outcome);
    assert.deepEqual(
      writes.map(({ method, path, body }) => [method, path, body.schedule, body.retention_period]),
      [["PATCH", "/organizations/5/servers/15/backups/21", "Every Day", "12 Months"]],
    );
    assert.equal((await journey().stored("nightly")).outputs.planId, "21");
  });

  it("leaves no difference, neither with the line nor when it is removed", async () => {
    assertUnchanged(await journey().preview());
    journey().declare(plan({ allow: { "overwrite-unseen": "21" } }));
    assertUnchanged(await journey().preview());
    assertDone(await journey().destroy());
    assert.equal((await journey().counts()).plans, 1);
  });

  it("is done unseen when the configuration says so", async () => {
    await journey().control("POST", "/settings", { serveravatar: { showScheduledRuns: false } });
    journey().declare(plan({ adopt: "21" }));
    assertRefused(await journey().up(), "adopt: no run of plan 21");
    await journey().stack.setConfig({ "backup-plans:adoptUnseen": true });
    const { outcome, writes } = await journey().sent(() => journey().up());
    assertDone(outcome);
    assert.deepEqual(
      writes.map(({ method }) => method),
      ["PATCH"],
    );
  });
});
