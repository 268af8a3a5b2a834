import assert from "node:assert/strict";
import { UNKNOWN } from "../../../provider/core/ground/unknowns";
import { markdown } from "../../../provider/review/words/markdown";
import { PLAN, POLICY, plan, policy, reviewed } from "./told";

describe("review: next runs", () => {
  it("says none of the next runs of what is off alone, and not known of what the vendor does not state", () => {
    const nextRuns = (old: object, next: object, step = PLAN) => {
      const [change] = reviewed({ op: "update", ...step, old: { ...old }, new: { ...next } }).changes;
      const row = change!.rows.find(({ what }) => what === "Next runs");
      return row && [row.before, row.after!.split("\n")[0]];
    };
    const started = { ...plan, startBackupFromNow: false, startBackup: "2031-01-31 02:30" };
    assert.deepEqual(nextRuns(plan, started), ["not known", "Fri 2031-01-31 02:30"]);
    assert.equal(nextRuns(plan, { ...plan, schedule: "Every Week" }), undefined);
    const off = { instanceId: policy.instanceId, keepDays: 0 };
    assert.deepEqual(nextRuns(off, policy, POLICY), ["none", "Thu 2030-01-10 23:00-00:00"]);
    const undecided = nextRuns(off, { ...policy, period: UNKNOWN }, POLICY);
    assert.deepEqual(undecided, ["none", "(not known yet)"]);
    assert.doesNotMatch(markdown(reviewed({ op: "create", ...PLAN, new: plan })), /Next runs/);
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
});
