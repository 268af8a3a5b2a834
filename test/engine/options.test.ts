import assert from "node:assert/strict";
import { instances } from "../kinds/instances";
import { assertDone, assertRefused } from "../with/journeys/assert-outcome";
import { instant, plan } from "../with/journeys/plans";
import type { Declaration, Options } from "../with/programs/declaration";
import { useStage } from "../with/stage";

/** A program whose plan and backup have these options, and a component with several plans. */
const program = (ofPlan: Options, ofBackup: Options, changes: Record<string, unknown> = {}): Declaration[] => [
  plan(changes, ofPlan, "timed"),
  { kind: "dds:Backup", name: "orders", args: { instanceId: instances.dds[0] }, options: ofBackup },
  ...["1 Month", "2 Months", "3 Months"].map((retentionPeriod) =>
    plan({ retentionPeriod }, { component: "several" }, retentionPeriod.replace(" ", "-")),
  ),
];

/** test/conformance has those that every kind is tried with. */
describe("Pulumi's own options, on a real engine", () => {
  const stage = useStage({ settings: { buildSeconds: 0 } });

  it("a component may have several, none of which waits for the others", async () => {
    await stage().program.declare(program({ customTimeouts: { create: "30m" } }, { replacementTrigger: "v1" }));
    assertDone(await stage().program.up());
    const { urn } = (await stage().program.state())["1-Month"]!;
    assert.match(urn, /declared:index:Group\$pulumi-nodejs:dynamic\/serveravatar:BackupPlan/);
  });

  it("another customTimeouts makes no difference", async () => {
    await stage().program.declare(program({ customTimeouts: { create: "1h" } }, { replacementTrigger: "v1" }));
    await stage().control("DELETE", "/requests");
    const run = await stage().program.preview("--diff");
    assertDone(run);
    assert.match(run.text, /7 unchanged/);
    assert.doesNotMatch(run.text, /__timeouts/);
    assert.deepEqual(await stage().requests(), []);
  });

  it("doubt 11: replacementTrigger makes a new backup, and replaceOnChanges replaces what could be changed in place", async () => {
    const replacing = program(
      { replaceOnChanges: ["schedule"] },
      { replacementTrigger: "v2" },
      { schedule: "Every 12 Hours" },
    );
    await stage().program.declare(replacing);
    const preview = await stage().program.preview();
    assert.match(preview.text, /\+-2 to replace/);
    await stage().program.declare(program({}, { replacementTrigger: "v2" }));
    const run = await stage().program.up();
    assert.equal(run.changes.replaced, 1, run.text);
    assert.equal((await stage().control("GET", "/state")).dds.backups.length, 2);
  });

  it("customTimeouts bound the wait for a backup", async () => {
    await stage().control("POST", "/settings", { buildSeconds: 60 });
    await stage().program.declare([
      ...program({}, { replacementTrigger: "v2" }),
      instant({}, { customTimeouts: { create: "2s" } }),
    ]);
    const begin = Date.now();
    assertRefused(await stage().program.up(), "is still In Progress after 2 seconds");
    assert.ok(Date.now() - begin < 30_000);
    assert.equal((await stage().program.state())["before-upgrade"]!.outputs.state, "pending");
  });
});
