import assert from "node:assert/strict";
import { UNKNOWN } from "../../../provider/core/ground/unknowns";
import { markdown } from "../../../provider/review/words/markdown";
import type { Step } from "./preview-of";
import { finished, PLAN, POINT, POLICY, plan, policy, reviewed } from "./told";

const point = { instance: "d4603f69-ec7e-4e9b-803f-600b9205576f", onDelete: "delete", triggers: ["v1"] };

function replaced(news: object, outputs: object = { backupId: "21" }): Step {
  return { op: "replace", ...POINT, old: point, new: { ...point, ...news }, outputs: { ...finished, ...outputs } };
}

describe("review: what hangs on a value that is not known yet", () => {
  it("closes the gate for a recovery point that is deleted if it differs, and the same allow opens it", () => {
    const report = reviewed(replaced({ triggers: [UNKNOWN] }));
    const [loss, ...others] = report.losses;
    assert.deepEqual([report.exitCode, others], [2, []]);
    assert.deepEqual(
      [loss?.kind, loss?.consent, loss?.hangsOn, loss?.allow],
      ["replace-recovery-point", "missing", ["triggers"], { "replace-recovery-point": "21" }],
    );
    const text = markdown(report);
    assert.match(text, /^## Backups: ❌ 1 loss without consent/);
    assert.match(text, /if triggers \(not known yet\) differs from what is stored, this change takes a new backup/);
    const allow = { "replace-recovery-point": "21" };
    const agreed = reviewed(replaced({ triggers: [UNKNOWN], allow }));
    assert.deepEqual([agreed.exitCode, agreed.losses[0]?.consent, agreed.staleConsents], [0, "agreed", []]);
  });

  it("does not doubt what differs already", () => {
    const [loss] = reviewed(replaced({ triggers: ["v2"], description: UNKNOWN })).losses;
    assert.deepEqual([loss?.consent, loss?.hangsOn], ["missing", undefined]);
  });

  it("closes the gate for a plan that would keep running", () => {
    const step: Step = { op: "replace", ...PLAN, old: plan, new: { ...plan, server: UNKNOWN } };
    const report = reviewed(step);
    assert.deepEqual(
      report.losses.map(({ kind, consent, hangsOn }) => [kind, consent, hangsOn]),
      [["leave-running", "missing", ["server"]]],
    );
    const allow = { "leave-running": "application 4246 on server 15" };
    assert.equal(reviewed({ ...step, new: { ...plan, server: UNKNOWN, allow } }).exitCode, 0);
  });

  it("does not say that nothing is lost where what decides it is not known", () => {
    const changes: [Step, string[]][] = [
      [{ op: "update", ...POLICY, old: policy, new: { ...policy, keepDays: UNKNOWN } }, ["keepDays"]],
      [
        { op: "update", ...POLICY, old: policy, new: { ...policy, period: UNKNOWN, keepDays: UNKNOWN } },
        ["keepDays", "period"],
      ],
      [{ op: "update", ...PLAN, old: plan, new: { ...plan, retentionPeriod: UNKNOWN } }, ["retentionPeriod"]],
      [
        { op: "update", ...PLAN, old: plan, new: { ...plan, cloudStorageProviderId: UNKNOWN } },
        ["cloudStorageProviderId"],
      ],
    ];
    for (const [step, names] of changes) {
      const report = reviewed(step);
      assert.deepEqual([report.exitCode, report.losses], [0, []]);
      assert.deepEqual(
        report.undecided.map((each) => [each.resource.name, each.arguments]),
        [[step.name, names]],
      );
      const text = markdown(report);
      assert.match(
        text,
        /^## Backups: ❔ no loss is known, 1 resource is not decided yet: on merge, `pulumi up` decides\n/,
      );
      assert.doesNotMatch(text, /nothing is lost/);
      const line = `- \`${step.name}\` (${step.kind}): ${names.join(", ")} `;
      assert.ok(text.includes(line), text);
    }
  });

  it("is not told of what is new, of what decides no loss, and of a secret", () => {
    const harmless: Step[] = [
      { op: "update", ...POLICY, old: policy, new: { ...policy, startTime: UNKNOWN } },
      {
        op: "update",
        ...POLICY,
        old: { instanceId: "i-1", keepDays: 0 },
        new: { ...policy, keepDays: UNKNOWN, period: UNKNOWN },
      },
      {
        op: "replace",
        ...POINT,
        old: { ...point, onDelete: "keep" },
        new: { ...point, onDelete: "keep", triggers: [UNKNOWN] },
        outputs: finished,
      },
      { op: "update", ...POLICY, old: policy, new: { ...policy, keepDays: "[secret]", __secrets: ["keepDays"] } },
      { op: "update", ...PLAN, old: { ...plan, server: "[secret]" }, new: { ...plan, server: "[secret]" } },
    ];
    for (const step of harmless) {
      const report = reviewed(step);
      assert.deepEqual([report.exitCode, report.undecided, report.losses], [0, [], []], JSON.stringify(step));
      assert.match(markdown(report), /^## Backups: ✅ nothing is lost/);
    }
  });
});
