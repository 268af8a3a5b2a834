import assert from "node:assert/strict";
import { instances } from "../../kinds/instances";
import { assertDone, assertRefused } from "../../with/journeys/assert-outcome";
import { plan } from "../../with/journeys/plans";
import type { Declaration } from "../../with/programs/declaration";
import { useStage } from "../../with/stage";
import { HERE } from "../../with/where";

const [instanceId] = instances.dds;

const imported: Declaration = {
  ...{ kind: "dds:BackupPolicy", name: "policy", options: { import: instanceId } },
  args: { instanceId, keepDays: 7, startTime: "01:00-02:00", period: [1, 2, 3, 4, 5, 6, 7] },
};

const program = (changes: object = {}, trigger = "v1"): Declaration[] => [
  plan({ ...changes }),
  { kind: "dds:Backup", name: "point", args: { instanceId, triggers: [trigger] } },
  imported,
];

/** `round-trip.test.ts` has every kind in this form, from its creation by the other one to destroy. */
describe("the plugin on a real engine", () => {
  const stage = useStage({ settings: { buildSeconds: 0 }, where: { ...HERE, form: "plugin" } });

  it("makes a plan and a recovery point, and imports a policy that stands there", async () => {
    await stage().program.declare(program());
    const up = await stage().program.up();
    assertDone(up);
    assert.match(up.text, /1 imported/);
    assert.deepEqual((await stage().writes()).map(({ method, service }) => `${method} ${service}`).sort(), [
      "POST dds",
      "POST serveravatar",
    ]);
  });

  it("updates the one, replaces the other, and then has nothing to do", async () => {
    const { point } = await stage().program.state();
    await stage().program.declare(program({ schedule: "Every 12 Hours" }, "v2"));
    const up = await stage().program.up();
    assertDone(up);
    assert.deepEqual([up.changes.updated, up.changes.replaced], [1, 1], up.text);
    const { nightly, point: next } = await stage().program.state();
    assert.equal(nightly!.outputs.schedule, "Every 12 Hours");
    assert.notEqual(next!.id, point!.id);
    assert.deepEqual(Object.keys((await stage().program.preview()).changes), ["unchanged"]);
  });

  it("refuses a loss", async () => {
    await stage().program.declare(program({ schedule: "Every 12 Hours", retentionPeriod: "1 Month" }, "v2"));
    assertRefused(await stage().program.preview(), 'write allow: { "shorter-retention": "1 Month" }');
  });
});
