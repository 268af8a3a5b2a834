import assert from "node:assert/strict";
import type { Row } from "../../../../provider/services/otc/backup/backup-list";
import { lastBackupOf, policyHealth } from "../../../../provider/services/otc/policy/health";

/** A Tuesday. */
const NIGHT = "2030-01-08T01:00:00Z";
const HOUR = 3_600_000;

const daily = { keepDays: 7, startTime: "01:00-02:00", period: [1, 2, 3, 4, 5, 6, 7] };
const weekly = { keepDays: 30, startTime: "23:00-00:00", period: [1] };
const longAgo = new Date("2029-01-01T00:00:00Z");

const after = (time: string, hours: number) => new Date(Date.parse(time) + hours * HOUR);

/** An automated backup that began then. */
function row(status: string, began: Date): Row {
  const time = (date: Date) => date.toISOString().slice(0, 19).replace("T", " ");
  return { id: "1", name: "auto", instance_id: "i", status, begin_time: time(began), end_time: time(began) };
}

interface Seen {
  newest?: Row;
  newestCompleted?: Row;
  hasRun?: boolean;
}

const completed = (began: Date): Seen => ({
  newest: row("COMPLETED", began),
  newestCompleted: row("COMPLETED", began),
});

const health = (
  seen: Seen,
  now: Date,
  policy: Parameters<typeof policyHealth>[0] = daily,
  since: Date | undefined = longAgo,
) => policyHealth(policy, { hasRun: false, ...seen }, since, now);

describe("otc: health of a policy", () => {
  it("is overdue when no backup of a window completed 12 hours after its end, and not a moment before", () => {
    const dayBefore = completed(after(NIGHT, -24));
    assert.equal(health(dayBefore, new Date(after(NIGHT, 13).getTime() - 1)), "ok");
    assert.equal(health(dayBefore, after(NIGHT, 13)), "overdue");
    assert.equal(health(completed(after(NIGHT, 0.9)), after(NIGHT, 36.9)), "ok");
    assert.equal(health(completed(after(NIGHT, 0.9)), after(NIGHT, 37)), "overdue");
  });

  it("takes what began an hour before a window as of that window: clocks differ", () => {
    assert.equal(health(completed(after(NIGHT, -1)), after(NIGHT, 13)), "ok");
    assert.equal(health(completed(after(NIGHT, -1.01)), after(NIGHT, 13)), "overdue");
  });

  it("goes by the policy's own days: six days between two Mondays are none too many", () => {
    const monday = new Date("2030-01-07T23:10:00Z");
    assert.equal(health(completed(monday), new Date("2030-01-15T11:59:59Z"), weekly), "ok");
    assert.equal(health(completed(monday), new Date("2030-01-15T12:00:00Z"), weekly), "overdue");
  });

  it("is failed when the newest one failed, whatever completed before", () => {
    const seen = { newest: row("FAILED", after(NIGHT, 0)), newestCompleted: row("COMPLETED", after(NIGHT, -24)) };
    assert.equal(health(seen, after(NIGHT, 2)), "failed");
    assert.equal(health({ newest: row("FAILED", after(NIGHT, 0)) }, after(NIGHT, 2)), "failed");
  });

  it("is ok while the backup of the last window still runs, overdue once the next one is over", () => {
    const seen = { newest: row("BUILDING", after(NIGHT, 0)), newestCompleted: row("COMPLETED", after(NIGHT, -24)) };
    assert.equal(health(seen, after(NIGHT, 36)), "ok");
    assert.equal(health(seen, after(NIGHT, 37)), "overdue");
  });

  it("counts no window that began before the policy stood", () => {
    const since = after(NIGHT, 0.5);
    assert.equal(health({}, after(NIGHT, 36.9), daily, since), "not-due-yet");
    assert.equal(health({}, after(NIGHT, 37), daily, since), "overdue");
    assert.equal(health({}, after(NIGHT, 13), daily, new Date(NIGHT)), "overdue");
    assert.equal(health({}, after(NIGHT, 13), daily, new Date(Date.parse(NIGHT) + 1)), "not-due-yet");
  });

  it("consent 11: is never-ran, as ever, where no state told since when the policy stands", () => {
    const seen = { hasRun: false };
    assert.equal(policyHealth(daily, seen as never, undefined, after(NIGHT, 13)), "never-ran");
    assert.equal(policyHealth(daily, { hasRun: true } as never, undefined, after(NIGHT, 13)), "unknown");
  });

  it("is unknown when an older backup tells nothing about a policy that has just changed", () => {
    const old = completed(after(NIGHT, -24 * 20));
    assert.equal(health(old, after(NIGHT, 13), daily, after(NIGHT, 12)), "unknown");
    assert.equal(health({ hasRun: true }, after(NIGHT, 13), daily, after(NIGHT, 12)), "unknown");
    assert.equal(
      health({ newest: row("BUILDING", after(NIGHT, -30)) }, after(NIGHT, 13), daily, after(NIGHT, 12)),
      "unknown",
    );
  });

  it("is overdue when backups that were seen are listed no more and none came since", () => {
    assert.equal(health({ hasRun: true }, after(NIGHT, 13)), "overdue");
  });

  it("is nothing while the policy is off, and unknown without its days or window", () => {
    assert.equal(health(completed(after(NIGHT, 0)), after(NIGHT, 2), { keepDays: 0 }), undefined);
    assert.equal(health(completed(after(NIGHT, 0)), after(NIGHT, 2), { keepDays: 7 }), "unknown");
    assert.equal(health({}, after(NIGHT, 2), { keepDays: 7, startTime: "01:00-02:00" }), "unknown");
  });

  it("the last backup is the newest that completed, or the one seen before", () => {
    assert.equal(lastBackupOf(completed(new Date(NIGHT)), "2029-12-31T01:00:00Z"), NIGHT);
    assert.equal(lastBackupOf({}, "2029-12-31T01:00:00Z"), "2029-12-31T01:00:00Z");
    assert.equal(lastBackupOf({}), undefined);
  });
});
