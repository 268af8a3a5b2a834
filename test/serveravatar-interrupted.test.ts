import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { shopPlan } from "./example-shop";
import { Host } from "./host/host";
import { configFor, useHost } from "./host/use-host";

interface State {
  plans: { schedule: string; retention_period: string }[];
  runs: { id: number }[];
}

describe("ServerAvatar: what an earlier run asked for, of which the state knows nothing", () => {
  const { urls, control } = useHost({ settings: { buildSeconds: 0 } });
  const env = { PULUMI_HOME: mkdtempSync(join(tmpdir(), "home-")) };
  after(() => rmSync(env.PULUMI_HOME, { recursive: true }));

  /** In a provider process of its own, with the memory that all of them share. */
  async function create(kind: string, args: object, during?: (creating: Promise<unknown>) => Promise<unknown>) {
    const host = await Host.start({ config: configFor(urls()), env });
    try {
      const { inputs } = await host.check(kind, { ...args });
      const creating = host.create(kind, inputs);
      await during?.(creating);
      return during ? undefined : await creating;
    } finally {
      await host.stop();
    }
  }

  const state = async () => ((await control("GET", "/state")) as { serveravatar: State }).serveravatar;

  it("a plan that was edited meanwhile becomes what is declared now", async () => {
    const plan = { ...shopPlan, startBackupFromNow: true, __owner: "dev::shop::::edited" };
    await control("POST", "/faults", { service: "serveravatar", method: "POST", fault: "hang" });
    const before = { ...plan, schedule: "Every Week", retentionPeriod: "1 Month" };
    await create("serveravatar:BackupPlan", before, async (creating) => {
      creating.catch(() => {});
      while ((await state()).plans.length === 0) await new Promise((resolve) => setTimeout(resolve, 50));
    });
    await create("serveravatar:BackupPlan", { ...plan, schedule: "Every Day", retentionPeriod: "12 Months" });
    const { plans } = await state();
    assert.deepEqual(
      plans.map(({ schedule, retention_period }) => [schedule, retention_period]),
      [["Every Day", "12 Months"]],
    );
  });

  it("a recovery point of a former life of the stack is not passed for a new one", async () => {
    const { automaticBackup: _, schedule: __, ...target } = shopPlan;
    const args = { ...target, startBackupFromNow: true, name: "before-upgrade", __owner: "dev::shop::::kept" };
    const first = await create("serveravatar:Backup", args);
    const folder = join(env.PULUMI_HOME, "backup-plans");
    const daysAgo = Date.now() / 1000 - 3 * 86_400;
    for (const note of readdirSync(folder)) utimesSync(join(folder, note), daysAgo, daysAgo);
    const second = await create("serveravatar:Backup", args);
    assert.notEqual(second?.id, first?.id);
  });
});
