import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { UNKNOWN } from "../../../provider/core/ground/unknowns";
import { review } from "../../../provider/review/review";
import { markdown } from "../../../provider/review/words/markdown";
import { previewOf, type Step } from "./preview-of";
import { now, PLAN, POINT, POLICY, plan, policy, reviewed } from "./told";

describe("review", () => {
  it("passes over resources of others, whatever is done to them, and those that are only read", () => {
    const others = [
      { op: "create", urn: "urn:pulumi:t::p::aws:s3/bucket:Bucket::b", newState: { inputs: { a: 1 } } },
      { op: "same", urn: "urn:pulumi:t::p::pulumi:providers:pulumi-nodejs::eu" },
      { op: "create", urn: "urn:pulumi:t::p::pulumi-nodejs:dynamic/mine:Thing::x", newState: { inputs: {} } },
      { op: "create", urn: "urn:pulumi:t::p::pulumi-nodejs:dynamic/dds:__proto__::x", newState: { inputs: {} } },
      { op: "create", urn: "urn:pulumi:t::p::pulumi-nodejs:dynamic:Resource::x", newState: null },
      { op: "read", urn: "urn:pulumi:t::p::pulumi-nodejs:dynamic/dds:Backup::x", newState: { inputs: {} } },
      { op: "teleport", urn: "nonsense" },
      { op: "teleport", urn: "urn:pulumi:t::p::aws:s3/bucket:Bucket::b" },
    ];
    const report = review(JSON.stringify({ steps: others }), now);
    assert.deepEqual([report.exitCode, report.changes, report.losses], [0, [], []]);
    assert.match(markdown(report), /^## Backups: ✅ no change/);
  });

  it("tells an operation that it does not know, on a resource of its own, as a loss that nobody agreed to", () => {
    const report = reviewed(
      { op: "teleport", ...POLICY, old: policy, new: policy },
      { op: "constructor", ...PLAN, old: plan, new: plan },
      { op: "same", ...POINT, old: {}, new: {} },
    );
    assert.equal(report.exitCode, 2);
    assert.deepEqual(
      report.losses.map(({ resource, kind, consent }) => [resource.name, kind, consent]),
      [
        [POLICY.name, "unknown operation", "missing"],
        [PLAN.name, "unknown operation", "missing"],
      ],
    );
    const text = markdown(report);
    assert.match(text, /^## Backups: ❌ 2 losses without consent/);
    assert.match(text, /the engine plans "teleport", which this version does not know: read the preview itself/);
    assert.doesNotMatch(text, /allow: /);
  });

  for (const op of ["read", "refresh", "discard", "delete-replaced", "discard-replaced", "remove-pending-replace"]) {
    it(`takes "${op}" for what it is: no change of its own`, () => {
      const report = reviewed({ op, ...POLICY, old: policy, new: policy });
      assert.deepEqual([report.exitCode, report.changes, report.losses], [0, [], []]);
    });
  }

  it("takes nothing to be a change where a program has none of its resources", () => {
    assert.equal(review('{"steps":null}', now).exitCode, 0);
  });

  it("of what is no preview says in its first line that it is incomplete", () => {
    const stackExport = '{"version":3,"deployment":{"resources":[]}}';
    for (const text of [
      "",
      "error: no stack selected",
      '{"steps": [',
      '{"steps": 7}',
      "[]",
      "null",
      "{}",
      stackExport,
    ]) {
      const report = review(text, now);
      assert.equal(report.exitCode, 1, text);
      assert.match(markdown(report), /^incomplete: preview stopped at its start: its output /, text);
    }
    const saved = '{"manifest":{},"resourcePlans":{}}';
    assert.match(markdown(review(saved, now)), /plan of --save-plan; give what .*--json --show-sames writes/);
  });

  it("reads past what is written before the JSON", () => {
    const text = `warning: a new version is there\n${previewOf([{ op: "same", ...PLAN, old: plan, new: plan }])}`;
    assert.deepEqual(review(text, now).unchanged, { "serveravatar:BackupPlan": 1 });
  });

  it("of an error of the program says so, and tells what was seen before", () => {
    const step: Step = { op: "update", ...POLICY, old: policy, new: { ...policy, keepDays: 7 } };
    const error = { severity: "error" as const, kind: "x", name: "y", message: "error: Running program failed: boom" };
    const json = previewOf([step], [error]).replace("urn:pulumi:test::declared::pulumi-nodejs:dynamic/x::y", "");
    const report = review(json, now);
    assert.deepEqual([report.exitCode, report.losses.length], [1, 1]);
    assert.match(markdown(report), /^incomplete: preview stopped at the program: Running program failed: boom\n/);
  });

  it("leaves open what hangs on a value that is not known yet, and takes the rest as it is", () => {
    const report = reviewed({
      op: "update",
      ...PLAN,
      old: plan,
      new: { ...plan, schedule: UNKNOWN, retentionPeriod: "1 Month" },
    });
    assert.deepEqual([report.exitCode, report.losses.map(({ kind }) => kind)], [2, ["shorter-retention"]]);
    assert.match(markdown(report), /### Not decided yet \(1\)/);
    assert.match(markdown(report), /\| Longest gap \| 24 h \| \(not known yet\) \|/);
    assert.doesNotMatch(markdown(report), /04da6b54|undefined|NaN/);
  });

  it("tells the same of a preview that only refreshes, where nothing stays in the cloud", () => {
    // Of pulumi refresh --preview-only --json, engine 3.250.0, after a backup was deleted by hand.
    const recorded = readFileSync(join(__dirname, "recorded", "refresh-preview-only.json"), "utf8");
    const report = review(recorded, now);
    assert.deepEqual([report.exitCode, report.losses], [0, []]);
    assert.deepEqual(
      report.outside.map(({ resource, found }) => [resource.name, found]),
      [["d", "gone"]],
    );
    const text = markdown(report);
    assert.match(text, /`d` \(dds:Backup\): is gone from the cloud: pulumi refresh takes it out of the state/);
    assert.doesNotMatch(text, /stays in DDS|nothing is lost/);
  });

  it("puts what does not run on top of the changes, and trusts no health that may be old", () => {
    const same = (outputs: Record<string, unknown>) =>
      reviewed({ op: "same", ...PLAN, old: plan, new: plan, outputs }).unhealthy.map(({ what }) => what);
    assert.deepEqual(same({ health: "ok", lastBackupAt: "2030-01-10T00:00:00Z" }), []);
    assert.match(
      `${same({ health: "overdue", lastBackupAt: "2029-12-20T12:00:00Z" })}`,
      /^overdue: .* \(21 days ago\), longest gap 24 h$/,
    );
    assert.match(`${same({ health: "failed" })}`, /newest backup failed; no completed backup is known/);
    assert.deepEqual(same({ health: "never-ran" }), ["never ran"]);
    assert.match(
      `${same({ health: "ok", lastBackupAt: "2030-01-08T00:00:00Z" })}`,
      /as far as the last refresh tells: run pulumi refresh/,
    );
  });

  it("says when a policy is off, and when history has holes", () => {
    const off = { instanceId: "i-1", keepDays: 0 };
    const report = reviewed({
      op: "update",
      ...POLICY,
      old: policy,
      new: { ...off, allow: { disable: "keepDays 0" } },
    });
    assert.deepEqual([report.exitCode, report.losses[0]?.consent], [0, "agreed"]);
    assert.match(markdown(report), /longest gap 25 h → no backups<br>days of history 14 → 0<br>recovery points 14 → 0/);
    assert.match(`${report.notCovered.map(({ what }) => what)}`, /automated backups are off/);
    const rare = reviewed({
      op: "create",
      ...PLAN,
      new: { ...plan, schedule: "Every Year", retentionPeriod: "1 Month" },
    });
    assert.match(`${rare.notCovered.map(({ what }) => what)}`, /at times there is no recovery point/);
  });

  it("does not stumble over what another version stored", () => {
    const odd = { ...plan, schedule: "Every Blue Moon", retentionPeriod: "9 Eons", period: "x" };
    const report = reviewed(
      { op: "update", ...PLAN, old: odd, new: plan },
      { op: "update", ...POLICY, old: { ...policy, period: "1,2", startTime: 5 }, new: policy },
      { op: "update", ...POLICY, name: "second", old: { instanceId: "i-3", keepDays: {} }, new: policy },
      { op: "delete", ...POINT, old: { instance: 7, parentId: ["x"], storageDriver: false } },
    );
    assert.doesNotMatch(markdown(report), /undefined|NaN/);
    assert.match(markdown(report), /\| `documents` \(dds:BackupPolicy\) \| what this change takes away is not known/);
  });
});
