import assert from "node:assert/strict";
import type { Run } from "../../../../provider/services/serveravatar/api";
import { healthOf, healthSince } from "../../../../provider/services/serveravatar/plan/health";
import type { Plan } from "../../../../provider/services/serveravatar/schema";
import type { Schedule } from "../../../../provider/services/serveravatar/words";

const NOW = new Date("2030-01-10T12:00:00Z");

/** A run that ended so many hours ago. */
function run(id: number, status: string, hours: number): Run {
  const ended = new Date(NOW.getTime() - hours * 3_600_000).toISOString();
  const time = ended.slice(0, 19).replace("T", " ");
  return { id, status, created_at: time, updated_at: time } as Run;
}

function health(schedule: Schedule | undefined, ...runs: Run[]): string {
  return healthOf({ schedule } as Plan, runs, NOW);
}

describe("serveravatar: health of a plan", () => {
  it("is never-ran while no run is listed", () => {
    assert.equal(health("Every Day"), "never-ran");
  });

  it("is ok until half a gap past the longest time between two backups, then overdue", () => {
    assert.equal(health("Every Day", run(1, "Completed", 35.9)), "ok");
    assert.equal(health("Every Day", run(1, "Completed", 36.1)), "overdue");
    assert.equal(health("Every Hour", run(1, "Completed", 1.6)), "overdue");
    assert.equal(health("Every Year", run(1, "Completed", 366 * 24)), "ok");
  });

  it("is failed when the newest run failed, whatever was before, in whatever order they are listed", () => {
    assert.equal(health("Every Day", run(1, "Completed", 20), run(2, "Failed", 1)), "failed");
    assert.equal(health("Every Day", run(2, "Failed", 1), run(1, "Completed", 20)), "failed");
    assert.equal(health("Every Day", run(1, "Failed", 20), run(2, "Completed", 1)), "ok");
  });

  it("is that of the last completed run while another one runs", () => {
    assert.equal(health("Every Day", run(1, "Completed", 24), run(2, "In Progress", 0)), "ok");
    assert.equal(health("Every Day", run(1, "Completed", 40), run(2, "In Progress", 0)), "overdue");
  });

  it("is unknown while nothing completed, or without a schedule", () => {
    assert.equal(health("Every Day", run(1, "In Progress", 0)), "unknown");
    assert.equal(health(undefined, run(1, "Completed", 1)), "unknown");
  });

  it("is overdue when runs that were seen are listed no more, once their time is over", () => {
    const plan = { schedule: "Every Day" } as Plan;
    const seen = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000).toISOString();
    assert.equal(healthSince(plan, seen(35.9), NOW), "unknown");
    assert.equal(healthSince(plan, seen(36.1), NOW), "overdue");
    assert.equal(healthSince(plan, undefined, NOW), "unknown");
  });

  it("consent 11: is not-due-yet for one longest gap after it was asked for, or after its first start", () => {
    const asked = (hours: number, startBackup?: string) => {
      const askedAt = new Date(NOW.getTime() - hours * 3_600_000).toISOString();
      return healthSince({ schedule: "Every Day", askedAt, startBackup } as Plan & { askedAt: string }, undefined, NOW);
    };
    assert.equal(asked(23.9), "not-due-yet");
    assert.equal(asked(24.1), "unknown");
    assert.equal(asked(240, "2030-01-12 02:30"), "not-due-yet", "it starts in two days");
    assert.equal(asked(240, "2030-01-09 00:30"), "not-due-yet", "by a clock that may be 12 hours behind");
    assert.equal(asked(240, "2030-01-08 23:30"), "unknown");
    assert.equal(healthSince({ schedule: "Every Day" } as Plan, undefined, NOW), "unknown", "a state without the time");
  });
});
