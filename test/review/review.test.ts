import assert from "node:assert/strict";
import { UNKNOWN } from "../../provider/core/unknowns";
import { markdown } from "../../provider/review/markdown";
import type { Report } from "../../provider/review/report";
import { review } from "../../provider/review/review";
import { previewOf, type Step } from "./preview-of";

const now = new Date("2030-01-10T12:00:00Z");

const plan = {
  organization: 5,
  server: 15,
  type: "application",
  applicationId: 4246,
  databaseId: 4223,
  provider: "serveravatar",
  cloudStorageProviderId: 12,
  automaticBackup: true,
  schedule: "Every Day",
  retentionPeriod: "12 Months",
  startBackupFromNow: true,
};
const policy = { instanceId: "i-1", keepDays: 14, startTime: "23:00-00:00", period: [1, 2, 3, 4, 5, 6, 7] };
const PLAN = { kind: "serveravatar:BackupPlan", name: "shop" };
const POLICY = { kind: "dds:BackupPolicy", name: "documents" };
const POINT = { kind: "trove:Backup", name: "orders" };
const finished = { lastBackupAt: "2029-12-31T00:00:00Z", finishedAt: "2029-12-31T00:00:00Z", state: "ready" };

function reviewed(...steps: Step[]): Report {
  return review(previewOf(steps), now);
}

describe("review", () => {
  it("passes over resources of others, and operations that it does not know", () => {
    const others = [
      { op: "create", urn: "urn:pulumi:t::p::aws:s3/bucket:Bucket::b", newState: { inputs: { a: 1 } } },
      { op: "same", urn: "urn:pulumi:t::p::pulumi:providers:pulumi-nodejs::eu" },
      { op: "create", urn: "urn:pulumi:t::p::pulumi-nodejs:dynamic/mine:Thing::x", newState: { inputs: {} } },
      { op: "create", urn: "urn:pulumi:t::p::pulumi-nodejs:dynamic/dds:__proto__::x", newState: { inputs: {} } },
      { op: "create", urn: "urn:pulumi:t::p::pulumi-nodejs:dynamic:Resource::x", newState: null },
      { op: "read", urn: "urn:pulumi:t::p::pulumi-nodejs:dynamic/dds:Backup::x", newState: { inputs: {} } },
      { op: "teleport", urn: "nonsense" },
    ];
    const report = review(JSON.stringify({ steps: others }), now);
    assert.deepEqual([report.exitCode, report.changes, report.losses], [0, [], []]);
    assert.match(markdown(report), /^## Backups: ✅ no change/);
  });

  it("takes nothing to be a change where a program has none of its resources", () => {
    assert.equal(review('{"steps":null}', now).exitCode, 0);
    assert.equal(review("{}", now).exitCode, 0);
  });

  it("of what is no preview says in its first line that it is incomplete", () => {
    for (const text of ["", "error: no stack selected", '{"steps": [', '{"steps": 7}', "[]", "null"]) {
      const report = review(text, now);
      assert.equal(report.exitCode, 1, text);
      assert.match(markdown(report), /^incomplete: preview stopped at its start: its output /, text);
    }
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
    assert.match(markdown(report), /in my:site:Site &gt; my:Part/);
  });

  it("leaves open what hangs on a value that is not known yet, and takes the rest as it is", () => {
    const report = reviewed({
      op: "update",
      ...PLAN,
      old: plan,
      new: { ...plan, schedule: UNKNOWN, retentionPeriod: "1 Month" },
    });
    assert.deepEqual(
      report.losses.map(({ kind }) => kind),
      ["shorter-retention"],
    );
    assert.match(markdown(report), /\| Longest gap \| 24 h \| \(not known yet\) \|/);
    assert.doesNotMatch(markdown(report), /04da6b54|undefined|NaN/);
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
      /to agree \(the one that is there names `6 Months`\), write `allow: \{ "shorter-retention": "1 Month" \}`/,
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

  it("keeps a recovery point that a replacement without a change of it replaces", () => {
    const old = { instance: "d4603f69-ec7e-4e9b-803f-600b9205576f", onDelete: "delete" };
    const outputs = { backupId: "21", ...finished };
    assert.deepEqual(reviewed({ op: "replace", ...POINT, old, new: old, outputs }).losses, []);
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
    assert.match(markdown(removed(POINT, point, { outputs: {} })), /it never completed, and is removed/);
  });

  it("says that a policy only changes hands where another resource has its instance now", () => {
    const gone: Step = { op: "delete", ...POLICY, old: { ...policy, onDelete: "disable" } };
    const report = reviewed(gone, { op: "create", ...POLICY, name: "renamed", new: policy });
    assert.deepEqual(report.losses, []);
    assert.match(markdown(report), /renamed manages it from now on; nothing is done in the cloud/);
    assert.deepEqual(report.notCovered, []);
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

  it("tells of a resource that a refresh found gone", () => {
    const create: Step = { op: "create", ...POLICY, new: policy };
    assert.match(markdown(reviewed({ ...create, op: "refresh", old: policy }, create)), /gone from the cloud/);
    assert.doesNotMatch(markdown(reviewed(create)), /gone from the cloud/);
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
    assert.match(markdown(report), /longest gap 25 h → no backups; days of history 14 → 0; recovery points 14 → 0/);
    assert.match(`${report.notCovered.map(({ what }) => what)}`, /automated backups are off/);
    const rare = reviewed({
      op: "create",
      ...PLAN,
      new: { ...plan, schedule: "Every Year", retentionPeriod: "1 Month" },
    });
    assert.match(`${rare.notCovered.map(({ what }) => what)}`, /at times there is no recovery point/);
  });

  it("reckons with windows over midnight in UTC", () => {
    const [change] = reviewed({
      op: "update",
      ...POLICY,
      old: policy,
      new: { ...policy, period: [4], keepDays: 14 },
    }).changes;
    const rows = Object.fromEntries(change!.rows.map(({ what, before, after }) => [what, [before, after]]));
    assert.match(rows["Next runs"]![0]!, /^Thu 2030-01-10 23:00-00:00\nFri 2030-01-11 23:00-00:00\nSat/);
    assert.match(rows["Next runs"]![1]!, /^Thu 2030-01-10 23:00-00:00\nThu 2030-01-17 23:00-00:00\nThu/);
    assert.match(
      rows["Gap at the switch"]![1]!,
      /^at most 25 h\nlast by the old: Wed 2030-01-09 23:00-00:00\nfirst by the new: Thu/,
    );
  });

  it("does not stumble over what another version stored", () => {
    const odd = { ...plan, schedule: "Every Blue Moon", retentionPeriod: "9 Eons", period: "x" };
    const report = reviewed(
      { op: "update", ...PLAN, old: odd, new: plan },
      { op: "update", ...POLICY, old: { instanceId: "i-2", keepDays: 7, period: "1,2", startTime: 5 }, new: policy },
      { op: "update", ...POLICY, name: "second", old: { instanceId: "i-3", keepDays: {} }, new: policy },
      { op: "delete", ...POINT, old: { instance: 7, parentId: ["x"], storageDriver: false } },
    );
    assert.doesNotMatch(markdown(report), /undefined|NaN/);
    assert.match(
      markdown(report),
      /`documents` \(dds:BackupPolicy\), loss {2}\n {2}what this change takes away cannot be told/,
    );
  });
});
