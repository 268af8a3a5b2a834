import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { review } from "../../../../provider/review/review";
import { markdown } from "../../../../provider/review/words/markdown";
import { previewOf, type Step } from "../preview-of";
import { now, POLICY, policy, reviewed } from "../told";

describe("review: the steps of a preview", () => {
  it("says of the previews of several stacks that it is about one, so that none passes unseen", () => {
    const clean = previewOf([{ op: "same", ...POLICY, old: policy, new: policy }]);
    const lossy = previewOf([{ op: "update", ...POLICY, old: policy, new: { ...policy, keepDays: 7 } }]);
    const streamed = readFileSync(join(__dirname, "..", "recorded", "streamed.jsonl"), "utf8");
    for (const text of [`${clean}\n${lossy}`, streamed + streamed, `${clean}\n${streamed}`]) {
      const report = review(text, now);
      assert.equal(report.exitCode, 1);
      assert.match(
        markdown(report),
        /^incomplete: .*: its output has 2 previews, and a report is about one: review each/,
      );
    }
  });

  it("tells an import as one, which takes over nothing, and once beside the update of what is imported", () => {
    const imported = reviewed({ op: "import", ...POLICY, new: policy });
    assert.deepEqual([imported.exitCode, imported.takeovers, imported.changes.length], [0, [], 1]);
    assert.match(
      markdown(imported),
      /^## Backups: ✅ nothing is lost[\s\S]*is imported as it is: pulumi up changes nothing/,
    );
    const update: Step = { op: "update", ...POLICY, old: { ...policy, keepDays: 7 }, new: policy };
    const both = reviewed({ op: "import", ...POLICY, new: policy }, update);
    assert.deepEqual([both.clashes, both.changes], [[], reviewed(update).changes]);
  });

  it("tells a replacement once where --show-replacement-steps lists its parts", () => {
    const [old, news] = [{ ...policy }, { ...policy, instanceId: "i-2", keepDays: 7 }];
    const parts = ["create-replacement", "replace"].map((op): Step => ({ op, ...POLICY, old, new: news }));
    const report = reviewed(...parts, { op: "delete-replaced", ...POLICY, old });
    assert.deepEqual(
      report.changes.map(({ change }) => change),
      ["replaced"],
    );
    assert.deepEqual(reviewed(parts[0]!).changes, report.changes, "of one that an earlier run put off");
  });
});
