import assert from "node:assert/strict";
import { assertDone, assertRefused } from "../../../../with/journeys/assert-outcome";
import { instant } from "../../../../with/journeys/plans";
import { useModel } from "../../../../with/journeys/use-model";

describe("an instant backup", () => {
  const journey = useModel();
  const stored = () => {
    const { backupId, state, vendorStatus } = journey().outputs("before-upgrade");
    return [backupId, state, vendorStatus];
  };

  it("is ready when its run completed", async () => {
    journey().declare(instant({ triggers: ["v1"] }));
    const { outcome, writes } = await journey().sent(() => journey().up());
    assertDone(outcome);
    assert.deepEqual([writes.length, writes[0]!.body.automatic_backup], [1, 0]);
    assert.deepEqual(stored(), ["5001", "ready", "Completed"]);
  });

  it("is taken anew when its triggers change, and the old one is kept", async () => {
    journey().declare(instant({ triggers: ["v2"] }));
    assertDone(await journey().up());
    assert.deepEqual(stored(), ["5002", "ready", "Completed"]);
    assert.equal((await journey().counts()).runs, 2);
  });

  it('is replaced with onDelete "delete" only after a consent that names it', async () => {
    journey().declare(instant({ triggers: ["v2"], onDelete: "delete" }));
    assertDone(await journey().up());
    journey().declare(instant({ triggers: ["v3"], onDelete: "delete" }));
    assertRefused(await journey().preview(), 'write allow: { "replace-recovery-point": "5002" }');
  });

  it('takes its files along when onDelete "delete" was written and applied', async () => {
    const { outcome, writes } = await journey().sent(() => journey().destroy());
    assertDone(outcome);
    assert.deepEqual(
      writes.map(({ method, path, body }) => [method, path, body.ids]),
      [["POST", "/organizations/5/backups/destroy", [5002]]],
    );
    assert.equal((await journey().counts()).runs, 1);
  });
});
