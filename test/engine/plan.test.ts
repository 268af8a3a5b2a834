import assert from "node:assert/strict";
import { setTimeout } from "node:timers/promises";
import { assertDone, assertRefused, assertSays, assertUnchanged } from "../with/journeys/assert-outcome";
import { plan } from "../with/journeys/plans";
import { useJourney } from "../with/journeys/use-journey";

describe("a plan's life, on a real engine", () => {
  const journey = useJourney();
  const plansPath = "/organizations/5/servers/15/backups";

  it("begins with a preview that tells everything and sends nothing", async () => {
    journey().declare(plan());
    const { outcome, requests } = await journey().sent(() => journey().preview(["--diff"]));
    assertDone(outcome);
    assertSays(
      outcome.text,
      "Every Day from now, gap ≤ 24 h",
      "kept 12 Months on serveravatar 12",
      "leaves it running",
    );
    assert.deepEqual(requests, []);
  });

  it("can be previewed without a token, where nothing answers", async () => {
    const nowhere = { "serveravatar:endpoint": "http://127.0.0.1:9", "serveravatar:token": "" };
    const real = { "serveravatar:endpoint": journey().emulator.urls.serveravatar };
    await journey().stack.setConfig(nowhere);
    assertDone(await journey().preview());
    await journey().stack.setConfig({ ...real, "serveravatar:token": { secret: "emulator-token" } });
  });

  it("is created by one POST in the vendor's own words, and known by its first run", async () => {
    const { outcome, writes } = await journey().sent(() => journey().up());
    assertDone(outcome);
    assert.deepEqual(
      writes.map(({ method, path, status }) => [method, path, status]),
      [["POST", plansPath, 200]],
    );
    assert.deepEqual(writes[0]!.body, {
      cloud_storage_provider_id: 12,
      automatic_backup: 1,
      type: "application",
      application_id: 4246,
      database_id: 4223,
      provider: "serveravatar",
      schedule: "Every Day",
      retention_period: "12 Months",
      start_backup_from_now: 1,
      start_backup: null,
      application_extension: ".tar.gz",
      database_extension: ".sql.gz",
    });
    assert.equal((await journey().stored("nightly")).outputs.planId, "21");
  });

  it("does not change when nothing changes", async () => {
    const { outcome, requests } = await journey().sent(() => journey().up());
    assertUnchanged(outcome);
    assert.deepEqual(requests, []);
  });

  it("takes a change of onDelete or allow alone without a call to the vendor", async () => {
    for (const change of [{ onDelete: "delete" }, { allow: { "shorter-retention": "1 Month" } }]) {
      journey().declare(plan(change));
      const { outcome, requests } = await journey().sent(() => journey().up());
      assertDone(outcome);
      assertSays(outcome.text, "1 updated");
      assert.deepEqual(requests, []);
      const { inputs, outputs } = await journey().stored("nightly");
      for (const stored of [inputs, outputs]) {
        assert.deepEqual([stored.onDelete, stored.allow], [change.onDelete, change.allow]);
      }
    }
  });

  it("shows a changed schedule as a change of schedule and summary, and sends one PATCH", async () => {
    journey().declare(plan({ schedule: "Every 12 Hours" }));
    const { outcome, requests } = await journey().sent(() => journey().preview(["--diff"]));
    assertSays(outcome.text, '~ schedule: "Every Day" => "Every 12 Hours"', "gap ≤ 24 h", "gap ≤ 12 h");
    assert.deepEqual(requests, []);
    const up = await journey().sent(() => journey().up());
    assertDone(up.outcome);
    assert.deepEqual(
      up.writes.map(({ method, path, body }) => [method, path, body.schedule, body.retention_period]),
      [["PATCH", `${plansPath}/21`, "Every 12 Hours", "12 Months"]],
    );
  });

  it("tells a program that reads the preview the same", async () => {
    journey().declare(plan({ schedule: "Every 6 Hours" }));
    const [step, ...others] = await journey().steps();
    assert.deepEqual(others, []);
    assert.equal(step!.op, "update");
    assert.deepEqual(step!.changed, ["schedule", "summary"]);
    assertSays(step!.inputs.summary, "Every 6 Hours");
  });

  it("is ready once a run completed, and tells when that was", async () => {
    journey().declare(plan({ schedule: "Every 12 Hours" }));
    await journey().control("POST", "/time", { advance: { hours: 13 } });
    await setTimeout(100);
    const { outcome, requests } = await journey().sent(() => journey().refresh());
    assertDone(outcome);
    assert.deepEqual(
      new Set(requests.map(({ method, path }) => `${method} ${path}`)),
      new Set(["GET /organizations/5/backups"]),
    );
    const { outputs } = await journey().stored("nightly");
    assert.deepEqual([outputs.state, outputs.vendorStatus, outputs.health], ["ready", "Completed", "ok"]);
    const after = Date.parse(outputs.lastBackupAt) - Date.now();
    assert.ok(after > 11 * 3_600_000 && after < 14 * 3_600_000, outputs.lastBackupAt);
    assertUnchanged(await journey().preview());
  });

  it("shows a storage that somebody changed outside", async () => {
    await patchOutside({ provider: "wasabi", cloud_storage_provider_id: 10 });
    const { text } = await journey().refresh(["--diff"]);
    assertSays(text, '~ provider: "serveravatar" => "wasabi"', "~ cloudStorageProviderId: 12 => 10");
    assertRefused(await journey().preview(), 'write allow: { "change-destination": "serveravatar 12" }');
    await patchOutside({ provider: "serveravatar", cloud_storage_provider_id: 12 });
    assertDone(await journey().refresh());
    assertUnchanged(await journey().preview());
  });

  it("is kept by destroy, which says that it keeps running and where to stop it", async () => {
    const { outcome, writes } = await journey().sent(() => journey().destroy());
    assertDone(outcome);
    assertSays(outcome.text, "warning: plan 21 keeps running", "server 15, application 4246, Backups", "- 2 deleted");
    assert.deepEqual(writes, []);
    assert.deepEqual(await journey().state(), []);
    assert.equal((await journey().counts()).plans, 1);
  });

  async function patchOutside(storage: object): Promise<void> {
    const same = { type: "application", application_id: 4246, database_id: 4223, schedule: "Every 12 Hours" };
    const rest = { retention_period: "12 Months", application_extension: ".tar.gz", database_extension: ".sql.gz" };
    const body = { ...same, ...rest, ...storage, automatic_backup: 1, start_backup_from_now: 1 };
    await journey().outside("PATCH", `${plansPath}/21`, body);
    await setTimeout(100);
  }
});
