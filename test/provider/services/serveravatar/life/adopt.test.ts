import assert from "node:assert/strict";
import { setTimeout } from "node:timers/promises";
import { assertDone, assertRefused } from "../../../../with/journeys/assert-outcome";
import { plan } from "../../../../with/journeys/plans";
import { useModel } from "../../../../with/journeys/use-model";

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

describe("adopting a plan", () => {
  const journey = useModel();

  before(async () => {
    await journey().outside("POST", "/organizations/5/servers/15/backups", inPanel);
    await setTimeout(200);
  });

  async function refused(args: object, ...words: string[]): Promise<void> {
    journey().declare(plan({ ...args }));
    const { outcome, writes } = await journey().sent(() => journey().up());
    assertRefused(outcome, ...words);
    assert.deepEqual([writes, journey().state()], [[], []]);
  }

  it("is refused where a run shows something else than what is declared", () =>
    refused(
      { adopt: "21", databaseId: 4224 },
      "adopt: plan 21 does not match what is declared: databaseId (there: 4223)",
    ));

  it("is refused without a run to compare with", () =>
    refused({ adopt: "99" }, "adopt: no run of plan 99 is listed in organization 5", "backup-plans:adoptUnseen"));

  it("consent 5: is refused where its runs do not show what is overwritten, until the program agrees", () =>
    refused({ adopt: "21" }, "its runs do not show how often it runs", 'allow: { "overwrite-unseen": "21" }'));

  it("takes it over by one PATCH with the declared plan", async () => {
    journey().declare(plan({ adopt: "21", allow: { "overwrite-unseen": "21" } }));
    const { outcome, writes } = await journey().sent(() => journey().up());
    assertDone(outcome);
    assert.deepEqual(
      writes.map(({ method, path, body }) => [method, path, body.schedule, body.retention_period]),
      [["PATCH", "/organizations/5/servers/15/backups/21", "Every Day", "12 Months"]],
    );
    assert.equal(journey().outputs("nightly").planId, "21");
  });

  it("leaves no difference when the line is removed, and destroy leaves the plan", async () => {
    journey().declare(plan({ allow: { "overwrite-unseen": "21" } }));
    const { outcome, requests } = await journey().sent(() => journey().up());
    assertDone(outcome);
    assert.deepEqual(requests, []);
    assertDone(await journey().destroy());
    assert.equal((await journey().counts()).plans, 1);
  });
});

describe("adopting a plan unseen, where the configuration says so", () => {
  const journey = useModel({ "backup-plans:adoptUnseen": "true" });

  it("is done by one PATCH", async () => {
    await journey().control("POST", "/settings", { serveravatar: { showScheduledRuns: false } });
    await journey().outside("POST", "/organizations/5/servers/15/backups", inPanel);
    journey().declare(plan({ adopt: "21" }));
    const { outcome, writes } = await journey().sent(() => journey().up());
    assertDone(outcome);
    assert.deepEqual(
      writes.map(({ method }) => method),
      ["PATCH"],
    );
  });
});
