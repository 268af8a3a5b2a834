import assert from "node:assert/strict";
import { deleteRecoveryPoint } from "../../provider/core/delete-recovery-point";
import { isUnfinished } from "../../provider/core/recovery-points";
import { fakeContext, fakeService } from "./fake-service";

describe("core: a recovery point of which the service tells no times", () => {
  const complete = { backupId: "21", state: "ready", name: "orders" };

  it("is finished once it is complete", () => {
    assert.equal(isUnfinished(complete), false);
    assert.equal(isUnfinished({ ...complete, state: "unknown" }), true);
    assert.equal(isUnfinished({ ...complete, state: "unknown", lastBackupAt: "2030-01-01T00:00:00Z" }), false);
    for (const state of ["pending", "failed"]) assert.equal(isUnfinished({ ...complete, state }), true);
  });

  it("outlives its stack, which asks nothing", async () => {
    const find = () => assert.fail("asked");
    await deleteRecoveryPoint(fakeContext([]), fakeService([], { find }), "21", complete);
  });
});
