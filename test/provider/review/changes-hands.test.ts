import assert from "node:assert/strict";
import { markdown } from "../../../provider/review/words/markdown";
import type { Step } from "./preview-of";
import { finished, POINT, POLICY, policy, reviewed } from "./told";

describe("review: what changes hands", () => {
  it("says that a policy only changes hands where another resource has its instance now", () => {
    const gone: Step = { op: "delete", ...POLICY, old: { ...policy, onDelete: "disable" } };
    const report = reviewed(gone, { op: "create", ...POLICY, name: "renamed", new: policy });
    assert.deepEqual(report.losses, []);
    assert.match(markdown(report), /renamed manages it from now on; nothing is done in the cloud/);
    assert.deepEqual(report.notCovered, []);
  });

  it("says that a recovery point is kept where another resource takes it over, or has it already", () => {
    const point = { instance: "d4603f69-ec7e-4e9b-803f-600b9205576f" };
    const outputs = { backupId: "a9832168-7541-4536-b8d9-a8a9b79cf1b4", ...finished };
    const gone: Step = { op: "delete", ...POINT, old: { ...point, onDelete: "delete" }, outputs };
    const adopted = { ...point, adopt: outputs.backupId.toUpperCase() };
    const other = { ...POINT, name: "release" };
    for (const holder of [
      { op: "create", ...other, new: adopted },
      { op: "same", ...other, old: point, new: point, outputs },
    ]) {
      const report = reviewed(gone, holder);
      assert.deepEqual([report.losses, report.exitCode], [[], 0]);
      assert.match(markdown(report), /release manages it from now on; nothing is done in the cloud/);
    }
    const replaced: Step = { op: "replace", ...other, old: point, new: { ...point, triggers: ["v2"] }, outputs };
    assert.equal(reviewed(gone, replaced).losses.length, 1);
  });

  it("says that a taint keeps a policy, and that up refuses that of a schedule until adopt is written", () => {
    const kept = reviewed({ op: "replace", ...POLICY, old: policy, new: policy, replaceReasons: ["taint"] });
    assert.deepEqual([kept.exitCode, kept.losses, kept.unmanaged], [0, [], []]);
    assert.match(markdown(kept), /its replacement has it; nothing is done in the cloud/);

    const schedule = { sourceId: "44b277eb-39be-4921-be31-3d61b43651d7", dayOfWeek: 0, hour: 4, minute: 30 };
    const scheduleId = "4f3a7f3a-dddd-4eee-8fff-000011112222";
    const tainted = (next: object) => {
      const resource = { kind: "rackspace:BackupSchedule", name: "orders", id: scheduleId };
      const old = { ...schedule, onDelete: "delete" };
      return reviewed({ op: "replace", ...resource, old, new: { ...old, ...next }, outputs: { scheduleId } });
    };
    const refused = tainted({});
    assert.deepEqual([refused.exitCode, refused.losses.length, refused.unmanaged], [2, 1, []]);
    assert.match(refused.losses[0]!.text, new RegExp(`pulumi up refuses this replacement, .*adopt: "${scheduleId}"`));
    const adopted = tainted({ adopt: scheduleId });
    assert.deepEqual([adopted.exitCode, adopted.losses], [0, []]);
    const moved = tainted({ sourceId: "d4603f69-ec7e-4e9b-803f-600b9205576f" });
    assert.deepEqual(
      moved.losses.map(({ kind }) => kind),
      ["narrower-scope"],
    );
  });
});
