import assert from "node:assert/strict";
import { UNKNOWN } from "../../../provider/core/ground/unknowns";
import type { Report } from "../../../provider/review/report";
import { review } from "../../../provider/review/review";
import { markdown } from "../../../provider/review/words/markdown";
import type { Step } from "./preview-of";
import { previewOf } from "./preview-of";
import { finished, now, PLAN, POINT, POLICY, plan, policy, reviewed } from "./told";

describe("review: losses", () => {
  it("finds losses behind an alias, in a component and with an explicit provider", () => {
    const step: Step = { op: "update", ...PLAN, old: plan, new: { ...plan, retentionPeriod: "1 Month" } };
    const report = reviewed(
      { ...step, formerName: "store" },
      { ...step, name: "inner", within: "my:site:Site$my:Part" },
    );
    assert.deepEqual(
      report.losses.map(({ resource, kind, consent }) => [resource.name, resource.within, kind, consent]),
      [
        ["inner", "my:site:Site > my:Part", "shorter-retention", "missing"],
        ["shop", undefined, "shorter-retention", "missing"],
      ],
    );
    assert.match(markdown(report), /was named store/);
    assert.match(markdown(report), /in `my:site:Site` &#62; my:Part/);
  });

  it("leaves a consent that is not known yet to pulumi up", () => {
    const allow = { "shorter-retention": UNKNOWN };
    const report = reviewed({ op: "update", ...PLAN, old: plan, new: { ...plan, retentionPeriod: "1 Month", allow } });
    assert.deepEqual([report.exitCode, report.losses[0]?.consent, report.staleConsents], [0, "not known yet", []]);
  });

  it("names the consent that agrees to something else", () => {
    const allow = { "shorter-retention": "6 Months" };
    const report = reviewed({ op: "update", ...PLAN, old: plan, new: { ...plan, retentionPeriod: "1 Month", allow } });
    assert.equal(report.exitCode, 2);
    assert.match(
      markdown(report),
      /\*\*nobody\*\*: allow names "6 Months" \|[\s\S]*`allow: \{ "shorter-retention": "1 Month" \}`/,
    );
    assert.equal(report.staleConsents.length, 1);
  });

  it("takes a loss that only the provider sees, as it hangs on a secret, from what the provider told", () => {
    const hidden = { ...policy, keepDays: "[secret]", __secrets: ["keepDays"] };
    const message =
      'warning: keepDays: [secret] => [secret] days is a shorter retention; assume that they go. This loss needs consent: write allow: { "shorter-retention": "[secret] days" }, or undo the change\n';
    const steps: Step[] = [{ op: "update", ...POLICY, old: hidden, new: hidden }];
    assert.deepEqual(review(previewOf(steps), now).losses, []);
    const report = review(previewOf(steps, [{ severity: "warning", ...POLICY, message }]), now);
    assert.deepEqual([report.exitCode, report.losses.map(({ kind }) => kind)], [2, ["shorter-retention"]]);
    assert.match(markdown(report), /kept|Kept|\[secret\]|shorter-retention/);
    assert.doesNotMatch(markdown(report), /NaN|undefined/);
  });

  it("tells what a replacement leaves running that no argument brings about, and takes consent to it", () => {
    const value = "application 4246 on server 15";
    const step: Step = { op: "replace", ...PLAN, old: plan, new: plan };
    const report = reviewed(step);
    assert.deepEqual(
      [report.exitCode, report.losses[0]?.kind, report.losses[0]?.allow],
      [2, "leave-running", { "leave-running": value }],
    );
    assert.equal(reviewed({ ...step, new: { ...plan, allow: { "leave-running": value } } }).exitCode, 0);
  });

  it("tells that a replacement deletes a recovery point that no argument brings about, and takes consent to it", () => {
    const old = { instance: "d4603f69-ec7e-4e9b-803f-600b9205576f", onDelete: "delete" };
    const step = { op: "replace", ...POINT, old, new: old, outputs: { backupId: "21", ...finished } };
    const allow = { "replace-recovery-point": "21" };
    const told = (more: Partial<Step>) => {
      const { exitCode, losses, staleConsents } = reviewed({ ...step, ...more });
      return [exitCode, losses.map(({ kind, consent, allow }) => [kind, consent, allow]), staleConsents];
    };
    assert.deepEqual(told({ replaceReasons: ["id"] }), [2, [["replace-recovery-point", "missing", allow]], []]);
    assert.deepEqual(told({ new: { ...old, allow } }), [0, [["replace-recovery-point", "agreed", allow]], []]);
    assert.deepEqual(told({ old: { instance: old.instance } }), [0, [], []], "onDelete was not applied");
    assert.deepEqual(told({ retainOnDelete: true }), [0, [], []]);
    assert.deepEqual(told({ outputs: { ...finished, state: "failed" } }), [0, [], []]);
    assert.deepEqual(told({ op: "same" }), [0, [], []]);
  });

  it("takes nothing to be lost of a replaced recovery point that Pulumi keeps, and says that up asks all the same", () => {
    const old = { instance: "d4603f69-ec7e-4e9b-803f-600b9205576f", onDelete: "delete", triggers: ["v1"] };
    const step: Step = {
      op: "replace",
      ...POINT,
      old,
      new: { ...old, triggers: ["v2"] },
      outputs: { backupId: "21", ...finished },
      retainOnDelete: true,
    };
    const message =
      'warning: onDelete: this change takes a new backup and deletes the recovery point 21 because of onDelete "delete". This loss needs consent: write allow: { "replace-recovery-point": "21" }, or undo the change\n';
    const allow = { "replace-recovery-point": "21" };
    for (const report of [
      reviewed(step),
      review(previewOf([step], [{ severity: "warning", ...POINT, message }]), now),
    ]) {
      assert.deepEqual(
        [report.exitCode, report.losses.map(({ kind, consent }) => [kind, consent])],
        [0, [["replace-recovery-point", "retained"]]],
      );
      const text = markdown(report);
      assert.match(text, /^## Backups: ✅ nothing is lost/);
      assert.match(text, /\| nothing: Pulumi keeps it \| .* \| no need; `pulumi up` asks all the same \|/);
      assert.match(text, /`allow: \{ "replace-recovery-point": "21" \}`\n {2}- Pulumi forgets it \(retainOnDelete\)/);
      assert.doesNotMatch(text, /deletes the recovery point/);
    }
    const agreed = reviewed({ ...step, new: { ...step.new, allow } });
    assert.deepEqual([agreed.exitCode, agreed.losses, agreed.staleConsents], [0, [], []]);
  });

  it("tells what leaving the stack does, and asks for no consent", () => {
    const point = { instance: "d4603f69-ec7e-4e9b-803f-600b9205576f" };
    const removed = (step: Pick<Step, "kind" | "name">, old: object, more: Partial<Step> = {}) =>
      reviewed({ op: "delete", ...step, old: { ...old }, outputs: finished, ...more });
    const told = (report: Report) => [
      report.exitCode,
      report.losses.map(({ kind, consent }) => `${kind} ${consent}`).join(),
    ];
    assert.deepEqual(told(removed(POINT, point)), [0, ""]);
    assert.deepEqual(told(removed(POINT, { ...point, onDelete: "delete" })), [0, "removal not asked"]);
    assert.deepEqual(told(removed(POINT, { ...point, onDelete: "delete" }, { retainOnDelete: true })), [0, ""]);
    assert.deepEqual(told(removed(POLICY, policy)), [0, ""]);
    assert.deepEqual(told(removed(POLICY, { ...policy, onDelete: "disable" })), [0, "removal not asked"]);
    assert.deepEqual(told(removed(POLICY, { ...policy, onDelete: "restore" })), [0, "removal not asked"]);
    assert.deepEqual(told(removed(PLAN, plan)), [0, "leave-running not asked"]);
    const allow = { "leave-running": "application 4246 on server 15" };
    assert.deepEqual(told(removed(PLAN, { ...plan, allow })), [0, "leave-running agreed"]);
    const failed = { state: "failed", backupId: "a9832168-7541-4536-b8d9-a8a9b79cf1b4" };
    assert.match(markdown(removed(POINT, point, { outputs: failed })), /it never completed, and is removed/);
  });

  it("says that a backup whose id was never seen is left, and what to look for", () => {
    const point = { instance: "d4603f69-ec7e-4e9b-803f-600b9205576f", name: "orders-1234567" };
    for (const onDelete of [undefined, "delete"]) {
      const old = { ...point, onDelete };
      const outputs = { ...old, state: "unknown", known: [] };
      const report = reviewed({ op: "delete", ...POINT, old, outputs });
      assert.deepEqual([report.exitCode, report.losses], [0, []]);
      assert.deepEqual(report.changes[0]!.notes, [
        "its id was never seen in the service, so it is left as it is: it may exist, and run; look there for " +
          '"orders-1234567"',
      ]);
    }
  });

  it("agrees to what was built on a deleted backup by the stored consent alone", () => {
    const parent = { instance: "d4603f69-ec7e-4e9b-803f-600b9205576f", onDelete: "delete" };
    const child: Step = {
      op: "same",
      ...POINT,
      name: "child",
      id: "22",
      old: { instance: parent.instance },
      new: { instance: parent.instance },
      outputs: { ...finished, resolvedParentId: "21" },
    };
    const removed = (allow?: object): Step => ({
      op: "delete",
      ...POINT,
      old: { ...parent, ...(allow && { allow }) },
      outputs: finished,
    });
    const consents = (report: Report) =>
      report.losses.filter(({ kind }) => kind === "delete-descendants").map(({ consent }) => consent);
    assert.deepEqual(consents(reviewed(removed(), child)), ["missing"]);
    assert.deepEqual(consents(reviewed(removed({ "delete-descendants": "21" }), child)), ["agreed"]);
    assert.deepEqual(
      consents(reviewed(removed(), { ...child, op: "delete", new: undefined })),
      ["missing"],
      "the child is kept",
    );
    const both = { ...child, op: "delete", old: { ...parent }, new: undefined };
    assert.deepEqual(consents(reviewed(removed(), both)), [], "the child is deleted before it");
  });
});
