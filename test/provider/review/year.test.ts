import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { markdown } from "../../../provider/review/words/markdown";
import type { Step } from "./preview-of";
import { finished, PLAN, POINT, POLICY, plan, policy, reviewed } from "./told";

const point = { instance: "d4603f69-ec7e-4e9b-803f-600b9205576f" };
const ran = { health: "ok", lastBackupAt: "2030-01-10T02:30:00Z" };
const agreed = { "shorter-retention": "7 days" };
const release = { ...point, triggers: ["v2"] };

/** Six changes of a year of ordinary edits. */
const CHANGES: { [name: string]: Step[] } = {
  "shorter-retention-without-consent": [
    { op: "update", ...PLAN, old: plan, new: { ...plan, retentionPeriod: "1 Month" }, outputs: ran },
    { op: "same", ...POLICY, old: policy, new: policy, outputs: ran },
  ],
  "shorter-retention-agreed": [
    { op: "update", ...POLICY, old: policy, new: { ...policy, keepDays: 7, allow: agreed }, outputs: ran },
  ],
  "release-with-a-recovery-point": [
    {
      op: "replace",
      ...POINT,
      old: { ...release, triggers: ["v1"] },
      new: release,
      outputs: finished,
      replaceReasons: ["triggers"],
    },
    { op: "same", ...PLAN, old: plan, new: plan, outputs: { health: "overdue", lastBackupAt: "2030-01-05T02:30:00Z" } },
  ],
  "renamed-without-alias": [
    { op: "delete", ...PLAN, old: plan, outputs: ran },
    { op: "create", ...PLAN, name: "store", new: plan },
  ],
  "application-retired": [
    { op: "delete", ...PLAN, old: plan, outputs: ran },
    { op: "delete", ...POINT, old: { ...point, onDelete: "delete" }, outputs: { ...finished, backupId: "21" } },
    { op: "delete", ...POINT, name: "before-upgrade", id: "22", old: point, outputs: finished },
  ],
  "changed-in-the-panel": [
    { op: "refresh", ...POLICY, old: policy },
    {
      op: "update",
      ...POLICY,
      old: { ...policy, keepDays: 30 },
      new: { ...policy, allow: { "shorter-retention": "14 days" } },
    },
    { op: "refresh", ...POINT, old: point },
    { op: "create", ...POINT, new: point },
  ],
};

describe("review: reports of a year", () => {
  for (const [name, steps] of Object.entries(CHANGES)) {
    it(`${name}: tells within ten lines what is lost, who agreed and what happens on merge`, () => {
      const report = reviewed(...steps);
      const text = markdown(report);
      const file = join(__dirname, "golden", `${name}.md`);
      // Written anew with UPDATE_GOLDEN=1, to be looked at in the diff.
      if (process.env.UPDATE_GOLDEN) writeFileSync(file, text);
      assert.equal(text, readFileSync(file, "utf8"));
      const [first, ...others] = text.split("\n").slice(0, 10);
      assert.match(`${first}`, /on merge/);
      const rows = others.filter((line) => /^\| [❌⚠✅❔]/u.test(line));
      assert.equal(rows.length, report.losses.length);
      for (const row of rows) assert.match(row, /\| (\*\*nobody\*\*|allow ".*"|onDelete|nobody is asked) \|$/);
    });
  }
});
