import assert from "node:assert/strict";
import type { Run } from "../../../../provider/services/serveravatar/api";
import { outputsNow } from "../../../../provider/services/serveravatar/plan/plan-state";
import type { Plan } from "../../../../provider/services/serveravatar/schema";
import { shopPlan } from "../../../kinds/example-shop";
import { useHost } from "../../../with/host/use-host";

const KIND = "serveravatar:BackupPlan";

describe("a ServerAvatar plan whose runs are listed no more", () => {
  const { host, control } = useHost({ settings: { buildSeconds: 0 } });
  const args = { ...shopPlan, schedule: "Every Year", startBackupFromNow: true, __owner: "dev::shop::::yearly" };

  it("has its last backup still when its schedule changes", async () => {
    const { id, properties: created } = await host().create(KIND, (await host().check(KIND, args)).inputs);
    const { properties: seen } = await host().read(KIND, id, created);
    assert.match(`${seen.lastBackupAt}`, /^20\d\d-/);
    await control("POST", "/settings", { serveravatar: { showScheduledRuns: false, updateRunsNow: false } });
    const { inputs } = await host().check(KIND, { ...args, schedule: "Every 6 Months" }, seen);
    const { planId, state, health, lastBackupAt } = await host().update(KIND, id, seen, inputs);
    assert.deepEqual([planId, state, health, lastBackupAt], ["21", "ready", "unknown", seen.lastBackupAt]);
  });

  it("has it, too, when one is listed that did not complete, and the health of its new schedule when none is", () => {
    const stored = { planId: "21", state: "ready", lastBackupAt: "2026-01-02T03:04:05Z", foundLater: true as const };
    const plan = { schedule: "Every Hour" } as Plan;
    const run = { id: 7, status: "In Progress", created_at: "2026-02-02 03:04:05" } as Run;
    const { state, lastBackupAt, origin } = outputsNow({ ...stored, ...plan }, plan, [run]);
    assert.deepEqual(
      { state, lastBackupAt, origin },
      {
        state: "pending",
        lastBackupAt: stored.lastBackupAt,
        origin: "found",
      },
    );
    const { health } = outputsNow({ ...stored, ...plan, schedule: "Every Year" }, plan, []);
    assert.equal(health, "overdue");
  });
});
