import assert from "node:assert/strict";
import { setTimeout } from "node:timers/promises";
import { shopPlanSent } from "../../../../kinds/example-shop";
import { assertDone, assertRefused } from "../../../../with/journeys/assert-outcome";
import { plan } from "../../../../with/journeys/plans";
import { useModel } from "../../../../with/journeys/use-model";
import { NOBODY } from "../../../../with/nobody";

const nowhere = { "serveravatar:endpoint": NOBODY, "serveravatar:token": "" };

describe("a plan without a token, where nothing answers", () => {
  const journey = useModel(nowhere);

  it("can be previewed", async () => {
    journey().declare(plan());
    assertDone(await journey().preview());
  });
});

describe("a plan that lives", () => {
  const journey = useModel();
  const path = "/organizations/5/servers/15/backups/21";

  before(async () => {
    journey().declare(plan());
    assertDone(await journey().up());
  });

  it("takes a change of onDelete or allow alone without a call to the vendor", async () => {
    for (const change of [{ onDelete: "delete" }, { allow: { "shorter-retention": "1 Month" } }]) {
      journey().declare(plan(change));
      const { outcome, requests } = await journey().sent(() => journey().up());
      assertDone(outcome);
      assert.deepEqual(requests, []);
      const { onDelete, allow } = journey().outputs("nightly");
      assert.deepEqual({ ...(onDelete && { onDelete }), ...(allow && { allow }) }, change);
    }
    journey().declare(plan());
    assertDone(await journey().up());
  });

  it("is ready once a run completed, and tells when that was", async () => {
    await journey().control("POST", "/time", { advance: { hours: 13 } });
    await setTimeout(100);
    const { outcome, requests } = await journey().sent(() => journey().refresh());
    assertDone(outcome);
    assert.deepEqual(
      new Set(requests.map(({ method, path }) => `${method} ${path}`)),
      new Set(["GET /organizations/5/backups"]),
    );
    const { state, vendorStatus, health, lastBackupAt } = journey().outputs("nightly");
    assert.deepEqual([state, vendorStatus, health], ["ready", "Completed", "ok"]);
    const after = Date.parse(lastBackupAt) - Date.now();
    assert.ok(after > -3_600_000 && after < 14 * 3_600_000, lastBackupAt);
    await assertNoChange();
  });

  it("shows a storage that somebody changed outside", async () => {
    await patchOutside({ provider: "wasabi", cloud_storage_provider_id: 10 });
    assertDone(await journey().refresh());
    const { provider, cloudStorageProviderId } = journey().outputs("nightly");
    assert.deepEqual([provider, cloudStorageProviderId], ["wasabi", 10]);
    assertRefused(await journey().preview(), 'write allow: { "change-destination": "serveravatar 12" }');
    await patchOutside({ provider: "serveravatar", cloud_storage_provider_id: 12 });
    assertDone(await journey().refresh());
    await assertNoChange();
  });

  async function assertNoChange(): Promise<void> {
    const { outcome, requests } = await journey().sent(() => journey().up());
    assertDone(outcome);
    assert.deepEqual(requests, []);
  }

  async function patchOutside(storage: object): Promise<void> {
    await journey().send("serveravatar", "PATCH", path, { ...shopPlanSent, ...storage });
    await setTimeout(100);
  }
});
