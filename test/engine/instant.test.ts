import assert from "node:assert/strict";
import { assertDone, assertRefused, assertSays, assertUnchanged } from "../with/journeys/assert-outcome";
import { instant } from "../with/journeys/plans";
import { useJourney } from "../with/journeys/use-journey";

describe("an instant backup, on a real engine", () => {
  const journey = useJourney();

  async function stored(): Promise<unknown[]> {
    const { outputs } = await journey().stored("before-upgrade");
    return [outputs.backupId, outputs.state, outputs.vendorStatus];
  }

  it("is ready when its run completed", async () => {
    journey().declare(instant({ triggers: ["v1"] }));
    const { outcome, writes } = await journey().sent(() => journey().up());
    assertDone(outcome);
    assert.deepEqual([writes.length, writes[0]!.body.automatic_backup], [1, 0]);
    assert.deepEqual(await stored(), ["5001", "ready", "Completed"]);
    assertUnchanged(await journey().preview());
  });

  it("is taken anew when its triggers change, and the old one is kept", async () => {
    journey().declare(instant({ triggers: ["v2"] }));
    const [step] = await journey().steps();
    assert.equal(step!.op, "replace");
    assertDone(await journey().up());
    assert.deepEqual(await stored(), ["5002", "ready", "Completed"]);
    assert.equal((await journey().counts()).runs, 2);
  });

  it("that fails ends the run with an error, and is in state as what it is", async () => {
    await journey().control("POST", "/settings", { serveravatar: { failNext: { run: 1 } } });
    journey().declare(instant({ triggers: ["v3"] }));
    assertRefused(await journey().up(), "says Failed of backup 5003", "there is no recovery point");
    assert.deepEqual(await stored(), ["5003", "failed", "Failed"]);
  });

  it("that failed is made anew by the next up, and removed", async () => {
    assertDone(await journey().up());
    const state = await journey().state();
    assert.deepEqual([state.length, await stored()], [1, ["5004", "ready", "Completed"]]);
    const { serveravatar } = await journey().control<{ serveravatar: { runs: { id: number }[] } }>("GET", "/state");
    assert.deepEqual(
      serveravatar.runs.map(({ id }) => id),
      [5001, 5002, 5004],
    );
  });

  it('is replaced with onDelete "delete" only after a consent that names it', async () => {
    journey().declare(instant({ triggers: ["v3"], onDelete: "delete" }));
    assertDone(await journey().up());
    journey().declare(instant({ triggers: ["v4"], onDelete: "delete" }));
    assertRefused(await journey().preview(), 'write allow: { "replace-recovery-point": "5004" }');
  });

  it('takes its files along when onDelete "delete" was written and applied', async () => {
    const { outcome, writes } = await journey().sent(() => journey().destroy());
    assertDone(outcome);
    assertSays(outcome.text, "- 2 deleted");
    assert.deepEqual(
      writes.map(({ method, path, body }) => [method, path, body.ids]),
      [["POST", "/organizations/5/backups/destroy", [5004]]],
    );
    assert.equal((await journey().counts()).runs, 2);
  });
});
