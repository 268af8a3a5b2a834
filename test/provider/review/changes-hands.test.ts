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
});
