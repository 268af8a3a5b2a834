import assert from "node:assert/strict";
import { shopPlanSent } from "../kinds/example-shop";
import { assertDone, assertRefused, assertSays } from "../with/journeys/assert-outcome";
import { instant, plan } from "../with/journeys/plans";
import { useStage } from "../with/stage";

describe("a plan's life, on a real engine", () => {
  const stage = useStage({ settings: { buildSeconds: 0.05 } });
  const plansPath = "/organizations/5/servers/15/backups";

  it("begins with a preview that tells everything and sends nothing", async () => {
    await stage().program.declare([plan()]);
    const { outcome, requests } = await stage().sent(() => stage().program.preview("--diff"));
    assertDone(outcome);
    assertSays(
      outcome.text,
      "Every Day from now, gap ≤ 24 h",
      "kept 12 Months on serveravatar 12",
      "leaves it running",
    );
    assert.deepEqual(requests, []);
  });

  it("is created by one POST in the vendor's own words, and known by its first run", async () => {
    const { outcome, writes } = await stage().sent(() => stage().program.up());
    assertDone(outcome);
    assert.deepEqual(
      writes.map(({ method, path, status }) => [method, path, status]),
      [["POST", plansPath, 200]],
    );
    assert.deepEqual(writes[0]!.body, shopPlanSent);
    assert.equal((await stage().program.state()).nightly!.outputs.planId, "21");
  });

  it("shows a changed schedule as a change of schedule and summary, and sends one PATCH", async () => {
    await stage().program.declare([plan({ schedule: "Every 12 Hours" })]);
    const { outcome, requests } = await stage().sent(() => stage().program.preview("--diff"));
    assertSays(outcome.text, '~ schedule: "Every Day" => "Every 12 Hours"', "gap ≤ 24 h", "gap ≤ 12 h");
    assert.deepEqual(requests, []);
    const up = await stage().sent(() => stage().program.up());
    assertDone(up.outcome);
    assert.deepEqual(
      up.writes.map(({ method, path, body }) => [method, path, body.schedule, body.retention_period]),
      [["PATCH", `${plansPath}/21`, "Every 12 Hours", "12 Months"]],
    );
  });

  it("newcomer 7: a loss on replacement is one error of a preview with --diff, and begins with the resource's name", async () => {
    const nightly = plan({ schedule: "Every 12 Hours" });
    await stage().program.declare([nightly, instant({ onDelete: "delete", triggers: ["v1"] })]);
    assertDone(await stage().program.up());
    await stage().program.declare([nightly, instant({ onDelete: "delete", triggers: ["v2"] })]);
    const { outcome, requests } = await stage().sent(() => stage().program.preview("--diff"));
    assertRefused(outcome);
    const told = outcome.text.split("\n").filter((line) => line.includes('write allow: { "replace-recovery-point": "'));
    assert.equal(told.length, 1, outcome.text);
    assert.match(told[0]!, /^error: before-upgrade: onDelete: /);
    // Pulumi's host of dynamic providers writes a line of its own for every error of a diff.
    assert.match(outcome.text, /^pulumi-backup-plans: see the error of the resource: $/m);
    assert.deepEqual(requests, []);
  });

  it("is kept by destroy, which says that it keeps running and where to stop it", async () => {
    const { outcome } = await stage().sent(() => stage().program.destroy());
    assertDone(outcome);
    assertSays(outcome.text, "warning: plan 21 keeps running", "server 15, application 4246, Backups", "- 3 deleted");
    assert.deepEqual(await stage().program.state(), {});
    assert.equal(await stage().plans(), 1);
  });
});
