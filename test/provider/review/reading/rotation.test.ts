import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { review } from "../../../../provider/review/review";
import { markdown } from "../../../../provider/review/words/markdown";
import { previewOf, type Step } from "../preview-of";

const NOW = new Date("2030-01-10T12:00:00Z");
const instance = "d4603f69-ec7e-4e9b-803f-600b9205576f";
const old = { instance, triggers: ["v3"], keepLast: 3, onDelete: "delete", name: "orders-1234567", __marked: true };
const generations = [
  { id: "c3", finishedAt: "2030-01-03T01:00:00Z", sizeBytes: 3 },
  { id: "b2", finishedAt: "2030-01-02T01:00:00Z", sizeBytes: 2 },
  { id: "a1", finishedAt: "2030-01-01T01:00:00Z", sizeBytes: 1 },
];
const outputs = { backupId: "c3", state: "ready", lastBackupAt: generations[0]!.finishedAt, generations };
const point = { kind: "trove:Backup", name: "orders-full", id: "c3", outputs };
const replaced = (news: object, more: Partial<Step> = {}): Step => ({
  ...{ ...point, op: "replace", old, replaceReasons: ["name", "triggers"], ...more },
  new: { ...old, name: "orders-7654321", triggers: ["v4"], ...news },
});

const reviewed = (...steps: Step[]) => review(previewOf(steps), NOW);

describe("consent 8: review tells a rotation", () => {
  it("in plain words, as no loss, and leaves nothing unmanaged", () => {
    const report = reviewed(replaced({}));
    assert.deepEqual([report.losses, report.unmanaged, report.exitCode], [[], [], 0]);
    assert.match(markdown(report), /replaced because of triggers; keeps the last 3; removes a1 of 2030-01-01/);
  });

  for (const [what, replaceReasons] of [
    ["--replace or a taint", ["id"]],
    ["replacementTrigger", undefined],
  ] as const) {
    it(`that removes none where ${what} begins the list anew, and what it has is unmanaged`, () => {
      const report = reviewed(replaced({}, { replaceReasons: replaceReasons && [...replaceReasons] }));
      assert.equal(report.unmanaged.length, 3);
      assert.match(markdown(report), /the list of generations begins anew, and what it has stays/);
      assert.doesNotMatch(markdown(report), /removes/);
    });
  }

  it("that removes none where Pulumi forgets what it replaces", () => {
    const words = markdown(reviewed(replaced({}, { retainOnDelete: true })));
    assert.match(words, /keeps the last 3 in its list; Pulumi forgets it \(retainOnDelete\); nothing is done/);
    assert.doesNotMatch(words, /removes/);
  });

  it("and does not say of what fell out before that it is there", () => {
    const outgoing = [{ id: "z0", finishedAt: "2029-12-31T01:00:00Z" }];
    const words = markdown(reviewed(replaced({}, { outputs: { ...outputs, outgoing } })));
    assert.match(words, /removes a1 of 2030-01-01, z0 of 2029-12-31 if it is still there/);
  });

  it("consent 9: counts the earlier ones that stay where the newest failed", () => {
    const failed = { ...outputs, backupId: "d4", state: "failed", lastBackupAt: undefined };
    const kept: Step = { ...point, op: "delete", id: "d4", old: { ...old, onDelete: "keep" }, outputs: failed };
    const words = markdown(reviewed(kept));
    assert.match(words, /kept and now unmanaged: 3/);
    assert.match(words, /it never completed, and is removed; 3 earlier generations: the recovery point stays in Trove/);
  });

  it("that removes nothing yet", () => {
    const two = { ...outputs, generations: generations.slice(0, 2) };
    assert.match(markdown(reviewed(replaced({}, { outputs: two }))), /keeps the last 3; removes none/);
  });

  it("of a parent, whose incremental backups are no loss", () => {
    const child = { kind: "trove:Backup", name: "orders-incr", id: "i3" };
    const built = { backupId: "i3", state: "ready", resolvedParentId: "c3" };
    const same: Step = { ...child, op: "same", old: { instance }, new: { instance }, outputs: built };
    assert.deepEqual(reviewed(replaced({}), same).losses, []);
  });

  it("a smaller keepLast is a loss, with its numbers and its line", () => {
    const { losses, exitCode } = reviewed(replaced({ keepLast: 2 }));
    assert.equal(exitCode, 2);
    assert.deepEqual(losses[0]?.allow, { "shorter-retention": "keepLast 2" });
    assert.deepEqual(losses[0]?.numbers, ["recovery points 1 to 3 → 1 to 2"]);
  });

  it("another instance ends the list: a loss that names the others", () => {
    const elsewhere = { instance: "44b277eb-39be-4921-be31-3d61b43651d7" };
    const { losses } = reviewed(replaced(elsewhere, { replaceReasons: ["instance"] }));
    assert.deepEqual(losses[0]?.allow, { "replace-recovery-point": "c3" });
    assert.match(losses[0]!.text, /and 2 earlier of its generations \(b2, a1\)/);
    assert.ok(losses[0]!.numbers.includes("and 2 earlier generations"));
  });

  it("consent 9: what stays when it leaves the program is counted", () => {
    const kept: Step = { ...point, op: "delete", old: { ...old, onDelete: "keep" } };
    assert.match(markdown(reviewed(kept)), /kept and now unmanaged: 3/);
  });
});
