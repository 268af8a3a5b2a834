import assert from "node:assert/strict";
import { setTimeout } from "node:timers/promises";
import { DateTime } from "luxon";
import { changed, checked, created, named, type Stored } from "../../../../conformance/stored";
import { kinds } from "../../../../kinds/kinds";
import type { Host } from "../../../../with/host/host";
import { useRuns } from "../../../../with/host/use-runs";
import { turnedClock } from "../../../../with/journeys/clock";
import { daily } from "../../../../with/journeys/plans";

const kind = kinds.find((each) => each.kind === "serveravatar:BackupPlan")!;
const start = DateTime.utc().plus({ days: 30 }).toFormat("yyyy-MM-dd HH:mm");
const args = (more: object = {}) => named(kind, "nightly", { ...daily, startBackup: start, ...more });
const rarer = { schedule: "Every 12 Hours" };

describe("a plan that starts later", () => {
  const { outside, inOneRun } = useRuns();
  const later = <T>(act: (host: Host) => Promise<T>) => inOneRun(act, turnedClock(31));
  const writes = async () => (await outside().writes()) as { method: string; body?: Record<string, unknown> }[];
  let plan: Stored;

  beforeEach(() => outside().control("DELETE", "/requests"));

  it("is created without an id, which no run tells yet, and says so", async () => {
    await inOneRun(async (host) => {
      plan = await created(host, kind, args());
      const told = host.logs.map(({ message }) => message).join();
      assert.match(told, /the plan is created, but/);
      assert.match(told, /pulumi refresh finds it after the first run/);
    });
    const [sent, ...others] = await writes();
    assert.deepEqual([others, sent!.body!.start_backup, sent!.body!.start_backup_from_now], [[], start, 0]);
    assert.deepEqual([plan.outputs.planId, plan.outputs.state], [undefined, "pending"]);
  });

  it("cannot be changed before its id is known, which says how to give it", async () => {
    const refused = inOneRun((host) => changed(host, kind, plan, args(rarer)));
    await assert.rejects(refused, /has not shown the id of this plan[\s\S]*write its id as adopt/);
    assert.deepEqual(await writes(), []);
  });

  it("can adopt its own id before that, and its stored start puts nothing off", async () => {
    const adopting = args({ adopt: "21", allow: { "overwrite-unseen": "21" } });
    const { outputs } = await inOneRun((host) => changed(host, kind, plan, adopting));
    assert.deepEqual([outputs.planId, outputs.startBackup], ["21", start]);
    assert.equal((await writes()).length, 1);
  });

  it("is found by refresh after its first run", async () => {
    await outside().control("POST", "/time", { advance: { days: 31 } });
    await setTimeout(200);
    await later(async (host) => {
      const { id, properties: outputs, inputs } = await host.read(kind.kind, plan.id, plan.outputs);
      assert.deepEqual([outputs.planId, outputs.state, outputs.startBackup], ["21", "ready", start]);
      const same = await checked(host, kind, args(), inputs);
      assert.equal((await host.diff(kind.kind, id, outputs, same)).changes, "none");
      plan = { id, inputs, outputs };
    });
  });

  it("is updated after its start by a PATCH that sends the next step of its rhythm, with no diff in startBackup", async () => {
    plan = await later((host) => changed(host, kind, plan, args(rarer)));
    const [sent, ...others] = await writes();
    assert.deepEqual([sent!.method, others], ["PATCH", []]);
    const next = DateTime.fromFormat(`${sent!.body!.start_backup}`, "yyyy-MM-dd HH:mm", { zone: "utc" });
    const hours = next.diff(DateTime.fromFormat(start, "yyyy-MM-dd HH:mm", { zone: "utc" }), "hours").hours;
    assert.ok(hours > 24 && hours <= 24 + 14 + 12 && hours % 12 === 0, `${hours} hours after ${start}`);
    assert.equal(plan.outputs.startBackup, start);
    await later(async (host) => {
      const same = await checked(host, kind, args(rarer), plan.inputs);
      assert.equal((await host.diff(kind.kind, plan.id, plan.outputs, same)).changes, "none");
    });
  });

  it("cannot be replaced after its start, which the check says", async () => {
    const allow = { "leave-running": "application 4246 on server 15" };
    await later(async (host) => {
      const moved = args({ ...rarer, applicationId: 4247, allow });
      const { failures } = await host.check(kind.kind, moved, plan.inputs);
      const reasons = failures.map(({ reason }) => reason).join("\n");
      assert.match(reasons, /startBackup: has passed, and the change of applicationId makes a new plan/);
    });
  });
});
