import assert from "node:assert/strict";
import { UNKNOWN } from "../../../provider/core/ground/unknowns";
import { review } from "../../../provider/review/review";
import { markdown } from "../../../provider/review/words/markdown";
import { previewOf } from "./preview-of";
import { now, PLAN, POLICY, plan, policy, reviewed } from "./told";

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

  describe("that Rackspace itself tells", () => {
    const sourceId = "44b277eb-39be-4921-be31-3d61b43651d7";
    const schedule = { sourceId, dayOfWeek: 0, hour: 4, minute: 30, sourceType: "instance", fullBackupRetention: 4 };
    const SCHEDULE = { kind: "rackspace:BackupSchedule", name: "orders" };
    const full = "2030-01-13T04:30:00.000Z";
    const startsOf = (nextRun: string, next = schedule) => {
      const op = next === schedule ? "same" : "update";
      const steps = [{ op, ...SCHEDULE, old: schedule, new: next, outputs: { nextRun } }];
      return review(previewOf(steps), now, { week: true }).week![0]!.runs.map(({ at }) => at);
    };

    it("stands among the starts of the week, as long as it is to come and the schedule stays", () => {
      assert.deepEqual(startsOf("2030-01-11T04:30:00Z"), ["2030-01-11T04:30:00.000Z", full]);
      assert.deepEqual(startsOf("2030-01-13T04:30:00Z"), [full], "once");
      assert.deepEqual(startsOf("2030-01-10T04:30:00Z"), [full], "it is over");
      const longer = { ...schedule, fullBackupRetention: 5 };
      assert.deepEqual(startsOf("2030-01-11T04:30:00Z", longer), ["2030-01-11T04:30:00.000Z", full]);
      const later = { ...schedule, hour: 5 };
      assert.deepEqual(startsOf("2030-01-11T04:30:00Z", later), ["2030-01-13T05:30:00.000Z"]);
    });

    it("comes first among the runs before a change of the schedule, and makes no row of any other change", () => {
      const rowOf = (next: object) => {
        const outputs = { nextRun: "2030-01-11T04:30:00Z" };
        const [change] = reviewed({
          op: "update",
          ...SCHEDULE,
          old: schedule,
          new: { ...schedule, ...next },
          outputs,
        }).changes;
        return change!.rows.find(({ what }) => what === "Next runs");
      };
      const { before, after } = rowOf({ dayOfWeek: 3 })!;
      assert.match(before!, /^Fri 2030-01-11 04:30\nSun 2030-01-13 04:30\nSun 2030-01-20 04:30\n\(UTC\)/);
      assert.match(after!, /^Wed 2030-01-16 04:30\nWed/);
      assert.equal(rowOf({ fullBackupRetention: 5 }), undefined);
    });
  });
});
