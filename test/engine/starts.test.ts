import assert from "node:assert/strict";
import { setTimeout } from "node:timers/promises";
import { DateTime } from "luxon";
import { assertDone, assertRefused, assertSays, assertUnchanged } from "../with/journeys/assert-outcome";
import { turnClock } from "../with/journeys/clock";
import { plan } from "../with/journeys/plans";
import { useJourney } from "../with/journeys/use-journey";

const start = DateTime.utc().plus({ days: 30 }).toFormat("yyyy-MM-dd HH:mm");

describe("a plan that starts later, on a real engine", () => {
  const journey = useJourney();
  let env: NodeJS.ProcessEnv;

  it("is created without an id, which no run tells yet, and says so", async () => {
    journey().declare(plan({ startBackup: start }));
    const { outcome, writes } = await journey().sent(() => journey().up());
    assertDone(outcome);
    assertSays(outcome.text, "warning: the plan is created, but", "pulumi refresh finds it after the first run");
    assert.deepEqual(
      [writes.length, writes[0]!.body.start_backup, writes[0]!.body.start_backup_from_now],
      [1, start, 0],
    );
    const { outputs } = await journey().stored("nightly");
    assert.deepEqual([outputs.planId ?? undefined, outputs.state], [undefined, "pending"]);
  });

  it("cannot be changed before its id is known, which says how to give it", async () => {
    journey().declare(plan({ startBackup: start, schedule: "Every 12 Hours" }));
    const { outcome, writes } = await journey().sent(() => journey().up());
    assertRefused(outcome, "has not shown the id of this plan", "write its id as adopt");
    assert.deepEqual(writes, []);
  });

  it("is found by refresh after its first run", async () => {
    journey().declare(plan({ startBackup: start }));
    env = await turnClock(journey(), 31);
    await setTimeout(200);
    assertDone(await journey().refresh([], { env }));
    const { outputs } = await journey().stored("nightly");
    assert.deepEqual([outputs.planId, outputs.state, outputs.startBackup], ["21", "ready", start]);
    assertUnchanged(await journey().preview([], { env }));
  });

  it("is updated after its start by a PATCH that sends the next step of its rhythm, with no diff in startBackup", async () => {
    journey().declare(plan({ startBackup: start, schedule: "Every 12 Hours" }));
    const [step] = await journey().steps([], { env });
    assert.deepEqual(step!.changed, ["schedule", "summary"]);
    const { outcome, writes } = await journey().sent(() => journey().up([], { env }));
    assertDone(outcome);
    assert.deepEqual(
      writes.map(({ method, status }) => `${method} ${status}`),
      ["PATCH 200"],
    );
    const sent = DateTime.fromFormat(writes[0]!.body.start_backup, "yyyy-MM-dd HH:mm", { zone: "utc" });
    const hours = sent.diff(DateTime.fromFormat(start, "yyyy-MM-dd HH:mm", { zone: "utc" }), "hours").hours;
    assert.ok(hours > 24 && hours <= 24 + 14 + 12 && hours % 12 === 0, `${hours} hours after ${start}`);
    assert.equal((await journey().stored("nightly")).outputs.startBackup, start);
    assertUnchanged(await journey().preview([], { env }));
  });

  it("cannot be replaced after its start, which the preview says", async () => {
    const allow = { "leave-running": "application 4246 on server 15" };
    journey().declare(plan({ startBackup: start, schedule: "Every 12 Hours", applicationId: 4247, allow }));
    const outcome = await journey().preview([], { env });
    assertRefused(outcome, "startBackup: has passed, and the change of applicationId makes a new plan");
  });
});
