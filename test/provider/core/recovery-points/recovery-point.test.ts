import assert from "node:assert/strict";
import type { Common } from "../../../../provider/core/kind/definition";
import { deleteRecoveryPoint } from "../../../../provider/core/recovery-points/delete";
import { type Deletion, deletionOf } from "../../../../provider/core/recovery-points/deletion";
import { recoveryPointKind } from "../../../../provider/core/recovery-points/recovery-point";
import { isUnfinished, type StoredPoint } from "../../../../provider/core/recovery-points/recovery-points";
import type { State } from "../../../../provider/plan/state";
import { type FakeRow, fakeContext, fakeService } from "./fake-service";

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
    await deleteRecoveryPoint(fakeService(fakeContext([]), [], { find }), "21", complete);
  });
});

describe("core: a recovery point in state", () => {
  const kind = (rows: FakeRow[]) =>
    recoveryPointKind<Common>(
      { noun: "dds backup", endpoint: "dds:endpoint", source: ["instanceId"] },
      (context) => fakeService(context, rows) as never,
    );

  it("that was made in doubt has the vendor's id once a refresh knows it, as its case was given", async () => {
    const rows: FakeRow[] = [{ id: "21ab", name: "orders", state: "ready" }];
    const read = async (id: string) => kind(rows).read(fakeContext([]), id, { backupId: "21ab", state: "ready" });
    assert.equal((await read("unseen-0f41c718"))?.id, "21ab");
    assert.equal((await read("21AB"))?.id, "21AB");
  });

  it("needs a consent to be deleted by its replacement unless it failed: what was running may be complete", () => {
    const losses = (stored: object) => kind([]).replacementLosses!("21", { onDelete: "delete", ...stored }, {});
    for (const state of ["ready", "pending", "unknown"])
      assert.equal(losses({ state, backupId: "21" })[0]?.kind, "replace-recovery-point", state);
    assert.deepEqual(losses({ state: "failed", backupId: "21" }), []);
    assert.deepEqual(losses({ state: "unknown" }), [], "nothing is deleted that was never seen");
    assert.deepEqual(losses({ state: "pending", backupId: "21", onDelete: "keep" }), []);
  });

  it("that is not listed is told where the list does not show all", async () => {
    const stored = { backupId: "21", state: "ready", onDelete: "delete" } as const;
    for (const [listShowsAll, expected] of [
      [true, /^$/],
      [false, /does not list backup 21: nothing is deleted there, and it may exist/],
    ] as const) {
      const told: string[] = [];
      await deleteRecoveryPoint(fakeService(fakeContext(told), [], { listShowsAll }), "21", stored);
      assert.match(told.join(), expected);
    }
  });
});

describe("core: the deletion of a recovery point by the status that its service shows", () => {
  const WRITTEN = { onDelete: "delete", state: "ready" };
  const FAILED = { state: "failed" };
  const BY_LIST = { findsByList: true, listShowsAll: true };
  const BY_ID = { listShowsAll: true };
  const BY_CHANCE = { listShowsAll: false };
  const ROWS: [stored: object, shown: State | undefined, service: object, decision: Deletion][] = [
    [WRITTEN, "ready", BY_ID, "sent"],
    [WRITTEN, "unknown", BY_ID, "kept"],
    [WRITTEN, "deleting", BY_ID, "under way"],
    [{ ...WRITTEN, origin: "found" }, "ready", BY_ID, "kept"],
    [FAILED, "failed", BY_ID, "sent"],
    [FAILED, "ready", BY_ID, "kept"],
    [WRITTEN, undefined, BY_LIST, "sent"],
    [FAILED, undefined, BY_LIST, "sent"],
    [{ state: "pending" }, undefined, BY_LIST, "not shown"],
    [WRITTEN, undefined, BY_ID, "gone"],
    [WRITTEN, undefined, BY_CHANCE, "not shown"],
  ];

  it("is sent for what onDelete or a failure removes, and never for what may be another's", () => {
    for (const [stored, shown, service, decision] of ROWS) {
      const row = JSON.stringify([stored, shown, service]);
      assert.equal(deletionOf(stored as StoredPoint, shown, service as typeof BY_ID), decision, row);
    }
  });
});
