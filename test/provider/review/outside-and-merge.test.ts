import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { review } from "../../../provider/review/review";
import { markdown } from "../../../provider/review/words/markdown";
import { previewOf, type Step } from "./preview-of";
import { finished, now, PLAN, POINT, POLICY, plan, policy, reviewed } from "./told";

const off = { ...PLAN, op: "delete", old: plan };
const overdue = { health: "overdue", lastBackupAt: "2030-01-05T00:00:00Z" };

describe("review: what happens on merge, and what happened outside", () => {
  it("consent 2: a policy that is new or moves is compared by pulumi up, and no consent of it is called spent", () => {
    const allow = { "less-frequent": "1,3" };
    const moved: Step = { op: "replace", ...POLICY, old: policy, new: { ...policy, instanceId: "i-2", allow } };
    for (const report of [reviewed(moved), reviewed({ op: "create", ...POLICY, new: { ...policy, allow } })]) {
      assert.deepEqual([report.exitCode, report.staleConsents], [0, []]);
      assert.match(
        markdown(report),
        /^## Backups: ❔ no loss is known: on merge, `pulumi up` compares 1 resource with/,
      );
      assert.match(markdown(report), /`documents` \(dds:BackupPolicy\): takes over what stands there/);
    }
  });

  it("consent 6: New and Removed of one target look renamed, and the alias is there to paste", () => {
    const report = reviewed(off, { op: "create", ...PLAN, name: "store", new: plan });
    assert.deepEqual(
      report.renamed.map(({ resource, former, alias }) => [resource.name, former.name, alias]),
      [["store", "shop", 'aliases: [{ name: "shop" }]']],
    );
    assert.match(
      markdown(report),
      /### Looks renamed: add aliases \(1\)\n\n- `store`.*`aliases: \[\{ name: "shop" \}\]`/,
    );
    const other = { ...plan, applicationId: 1 };
    assert.deepEqual(reviewed(off, { op: "create", ...PLAN, name: "store", new: other }).renamed, []);
    const inside = reviewed(off, { op: "create", ...PLAN, within: "my:site:Site", new: plan });
    assert.match(`${inside.renamed[0]?.alias}`, /^aliases: \["urn:pulumi:test::declared::.*::shop"\]$/);
  });

  it("consent 9: counts what is kept and now unmanaged", () => {
    const point = { instance: "d4603f69-ec7e-4e9b-803f-600b9205576f", triggers: ["v1"] };
    const replaced: Step = {
      op: "replace",
      ...POINT,
      old: point,
      new: { ...point, triggers: ["v2"] },
      outputs: finished,
    };
    const removed: Step = { op: "delete", ...POINT, name: "old", id: "22", old: point, outputs: finished };
    assert.match(markdown(reviewed(replaced, removed)), /kept and now unmanaged: 2/);
    const deleted = { ...removed, old: { ...point, onDelete: "delete" } };
    assert.doesNotMatch(markdown(reviewed(deleted)), /unmanaged/);
  });

  it("consent 12: overdue is in the headline, and --fail-on makes it an exit code", () => {
    const step: Step = { op: "same", ...PLAN, old: plan, new: plan, outputs: overdue };
    const of = (failOn: string[], ...steps: Step[]) => review(previewOf(steps), now, { failOn });
    assert.match(markdown(of([], step)), /^## Backups: ⚠️ no change on merge; \*\*1 overdue\*\*\n/);
    assert.deepEqual([of([], step).exitCode, of(["failed"], step).exitCode, of(["overdue"], step).exitCode], [0, 0, 3]);
    const lossy: Step = { op: "update", ...POLICY, old: policy, new: { ...policy, keepDays: 7 } };
    assert.equal(of(["overdue"], step, lossy).exitCode, 2, "a loss without consent goes first");
    const kept = { ...POINT, op: "delete", old: { instance: "d4603f69-ec7e-4e9b-803f-600b9205576f" } };
    assert.deepEqual([of(["removals"], off).exitCode, of(["removals"], kept).exitCode], [3, 0]);
    for (const health of ["ok", "not-due-yet"]) {
      const well = of(["overdue", "failed", "never-ran"], { ...step, outputs: { health } });
      assert.deepEqual([well.exitCode, well.unhealthy], [0, []], "consent 11");
    }
  });

  it("consent 13: tells the recovery points that fall out, of a loss with consent and of one without, folded", () => {
    const names =
      "DDS lists automated backups that are older than 7 days now, which may go: 1 recovery point: a (2030-01-01T01:00:00Z)";
    const change: Step = { op: "update", ...POLICY, old: policy, new: { ...policy, keepDays: 7 } };
    const [loss] = reviewed(change).losses;
    const refusal = `${loss?.text}. ${names}. This loss needs consent: write allow: { "shorter-retention": "7 days" }, or undo the change`;
    const agreed: Step = { ...change, new: { ...change.new, allow: { "shorter-retention": "7 days" } } };
    for (const [step, message] of [
      [change, refusal],
      [agreed, `keepDays: ${names}`],
    ] as const) {
      const report = review(
        previewOf([step], [{ severity: "warning", ...POLICY, message: `warning: ${message}\n` }]),
        now,
      );
      const text = markdown(report);
      const [, folded] = /<details>([\s\S]*a \(2030-01-01T01:00:00Z\)[\s\S]*?)<\/details>/.exec(text) ?? [];
      assert.ok(folded, text);
      assert.equal(text.split("a (2030-01-01T01:00:00Z)").length, 2, "once");
    }
  });

  it("consent 14: tells apart what a refresh found changed and what it found gone", () => {
    const before: Step = { op: "refresh", ...POLICY, old: policy };
    const drifted: Step = { op: "update", ...POLICY, old: { ...policy, keepDays: 30 }, new: policy };
    const text = markdown(reviewed(before, drifted));
    assert.match(text, /### Changed outside \(1\)\n\n- `documents` \(dds:BackupPolicy\): `keepDays` 14 → 30\n/);
    const point = { instance: "d4603f69-ec7e-4e9b-803f-600b9205576f" };
    const gone = reviewed({ op: "refresh", ...POINT, old: point }, { op: "create", ...POINT, new: point });
    assert.match(
      markdown(gone),
      /\*\*1 gone outside\*\*[\s\S]*### Gone outside: will be made again \(1\)\n\n- `orders`/,
    );
    assert.doesNotMatch(markdown(gone), /### New/);
    const same = reviewed(before, { op: "same", ...POLICY, old: policy, new: policy });
    assert.deepEqual(same.outside, []);
  });

  it("consent 15: shows no hidden input, in no reason and in no difference", () => {
    const hidden = (value: string) => ({ ...policy, __owner: value, __former: [value], __provider: value });
    const step: Step = {
      op: "replace",
      ...POLICY,
      old: hidden("a"),
      new: hidden("b"),
      replaceReasons: ["__former", "period"],
    };
    const report = reviewed(step);
    assert.doesNotMatch(markdown(report) + JSON.stringify(report.changes), /__/);
    assert.match(markdown(report), /replaced because of period;/);
  });

  it("consent 10: tells a second plan of one target, a line each", () => {
    const weekly = { ...plan, schedule: "Every Week" };
    const report = reviewed(
      { op: "create", ...PLAN, new: plan },
      { op: "create", ...PLAN, name: "weekly", new: weekly },
    );
    assert.equal(report.clashes.length, 1);
    assert.match(
      markdown(report),
      /### More than one plan of one target \(1\)\n\n- `shop`.*is backed up by weekly \(Every Week/,
    );
    const other = { ...weekly, applicationId: 1 };
    assert.deepEqual(
      reviewed({ op: "create", ...PLAN, new: plan }, { op: "create", ...PLAN, name: "b", new: other }).clashes,
      [],
    );
  });

  it("consent 21: tells a removal once, folds spent lines, and ends shortly", () => {
    const allow = { "shorter-retention": "7 days" };
    const spent: Step = { op: "same", ...POLICY, old: { ...policy, allow }, new: { ...policy, allow } };
    const text = markdown(reviewed({ ...off, outputs: { planId: "21" } }, spent));
    assert.equal(text.split("keeps running").length, 2, text);
    assert.doesNotMatch(text, /### Removed/);
    assert.match(text, /<details><summary>Spent consents \(1\)<\/summary>\n\n- `documents`/);
    assert.ok(text.split("---\n\n").at(-1)!.length < 200);
    const fresh = reviewed({ ...spent, op: "update", old: policy });
    assert.match(markdown(fresh), /### Consents that agree to nothing \(1\)/);
  });

  it("newcomer 10: reads a stream of events, and what is written behind a preview", () => {
    const read = (file: string) => readFileSync(join(__dirname, "recorded", file), "utf8");
    const stream = review(read("streamed.jsonl"), now);
    assert.deepEqual(
      [stream.exitCode, stream.losses.map(({ resource, consent }) => [resource.name, consent])],
      [2, [["documents", "missing"]]],
    );
    assert.deepEqual(
      stream.changes.map(({ resource, change }) => [resource.name, change]),
      [
        ["documents", "changed"],
        ["t", "replaced"],
      ],
    );
    assert.deepEqual(stream.unchanged, { "dds:Backup": 1 });
    const cutOff = read("streamed.jsonl").split("\n").slice(0, 6).join("\n");
    assert.match(markdown(review(cutOff, now)), /^incomplete: preview stopped at its start: its output breaks off/);
    const failed = review(read("streamed.jsonl").replace('"result":"succeeded"', '"result":"failed"'), now);
    assert.deepEqual([failed.exitCode, failed.incomplete?.why], [1, "Pulumi says that the preview failed"]);
    const digest = previewOf([{ op: "same", ...PLAN, old: plan, new: plan }]);
    for (const behind of ["\nwarning: a new version is there {}\n", '\n{"level":"info"}\n', "\n{ no json"])
      assert.deepEqual(review(digest + behind, now).unchanged, { "serveravatar:BackupPlan": 1 }, behind);
  });

  it("draws the starts of a week where the vendor states them, and tells the interval where not", () => {
    const steps: Step[] = [
      { op: "same", ...POLICY, old: policy, new: { ...policy, period: [1] } },
      { op: "same", ...PLAN, name: "a: `b`", old: plan, new: plan },
    ];
    const text = markdown(review(previewOf(steps), now, { week: true }));
    assert.match(
      text,
      /```mermaid\ngantt\n[\s\S]*section documents \(UTC\)\n {4}23\.00 :2030-01-14T23:00, 2030-01-15T00:00\n```/,
    );
    assert.match(text, /- .*a: `b`.*\(serveravatar:BackupPlan\): Every Day/);
    assert.doesNotMatch(markdown(review(previewOf(steps), now)), /mermaid/);
  });
});
