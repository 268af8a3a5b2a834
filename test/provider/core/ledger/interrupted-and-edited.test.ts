import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { shopPlan } from "../../../kinds/example-shop";
import { Host } from "../../../with/host/host";
import { configFor, useHost } from "../../../with/host/use-host";

interface State {
  serveravatar: { plans: { name: string | null; schedule: string; retention_period: string }[] };
  trove: { backups: { id: string; name: string; parentId: string | null }[] };
  dds: { backups: { id: string }[] };
  geminidb: { backups: { id: string }[] };
}

describe("what an earlier run asked for, of which the state knows nothing", () => {
  const { urls, control } = useHost({ settings: { buildSeconds: 0 } });
  const env = { PULUMI_HOME: mkdtempSync(join(tmpdir(), "home-")) };
  after(() => rmSync(env.PULUMI_HOME, { recursive: true }));

  /** What the last process said. */
  let told = "";

  /** In a provider process of its own, with the memory that all of them share. */
  async function create(kind: string, args: object, during?: (creating: Promise<unknown>) => Promise<unknown>) {
    const host = await Host.start({ config: configFor(urls()), env });
    try {
      const { inputs } = await host.check(kind, { ...args });
      const creating = host.create(kind, inputs);
      await during?.(creating);
      return during ? undefined : await creating;
    } finally {
      told = host.logs.map(({ message }) => message).join("\n");
      await host.stop();
    }
  }

  const state = async () => (await control("GET", "/state")) as State;

  /** The answer to a creation never comes, and its process ends when the service has made it. */
  async function interrupt(service: keyof State, kind: string, args: object, isMade: (state: State) => boolean) {
    await control("POST", "/faults", { service, method: "POST", fault: "hang" });
    await create(kind, args, async (creating) => {
      creating.catch(() => {});
      while (!isMade(await state())) await new Promise((resolve) => setTimeout(resolve, 50));
    });
  }

  it("a plan that was edited meanwhile becomes what is declared now", async () => {
    const plan = { ...shopPlan, startBackupFromNow: true, __owner: "dev::shop::::edited" };
    const before = { ...plan, schedule: "Every Week", retentionPeriod: "1 Month" };
    await interrupt("serveravatar", "serveravatar:BackupPlan", before, (now) => now.serveravatar.plans.length > 0);
    await create("serveravatar:BackupPlan", { ...plan, schedule: "Every Day", retentionPeriod: "12 Months" });
    const { plans } = (await state()).serveravatar;
    assert.deepEqual(
      plans.map(({ schedule, retention_period }) => [schedule, retention_period]),
      [["Every Day", "12 Months"]],
    );
  });

  it("a full backup is not passed for the incremental one that is declared now, of the same name", async () => {
    const full = { instance: "d4603f69-ec7e-4e9b-803f-600b9205576f", name: "shared", __owner: "dev::shop::::shared" };
    const base = await create("trove:Backup", { ...full, name: "base", __owner: "dev::shop::::base" });
    await interrupt("trove", "trove:Backup", full, ({ trove }) => trove.backups.some(({ name }) => name === "shared"));
    const made = await create("trove:Backup", { ...full, parentId: base?.id });
    const { trove } = await state();
    assert.equal(trove.backups.find(({ id }) => id === made?.id)?.parentId, base?.id);
  });

  const instance = "d4603f69-ec7e-4e9b-803f-600b9205576f";
  const named = async (name: string) => (await state()).trove.backups.filter((each) => each.name === name);

  it("an incremental backup is not passed for the full one that is declared now, of the same name", async () => {
    const base = await create("trove:Backup", { instance, name: "weekly-base", __owner: "dev::shop::::weekly-base" });
    const full = { instance, name: "weekly", __owner: "dev::shop::::weekly" };
    const isMade = ({ trove }: State) => trove.backups.some(({ name }) => name === "weekly");
    await interrupt("trove", "trove:Backup", { ...full, parentId: base?.id }, isMade);
    const made = await create("trove:Backup", full);
    const parents = new Map((await named("weekly")).map(({ id, parentId }) => [id, parentId]));
    assert.deepEqual([parents.size, parents.get(made!.id)], [2, null]);
  });

  const { automaticBackup: _automatic, schedule: _schedule, ...target } = { ...shopPlan, startBackupFromNow: true };
  const all = {
    trove: ({ trove }: State) => trove.backups,
    serveravatar: ({ serveravatar }: State) => serveravatar.plans,
  };

  for (const [service, kind, args] of [
    ["trove", "trove:Backup", { instance }],
    ["serveravatar", "serveravatar:Backup", target],
  ] as const) {
    const count = (now: State, asked: { name: string }) =>
      all[service](now).filter(({ name }) => name === asked.name).length;
    const asked = (name: string) => ({ ...args, name, triggers: ["v1"], __owner: `dev::shop::::${service}-${name}` });

    it(`${kind}: what has a written name is taken over when nothing changed since`, async () => {
      const same = asked("same");
      await interrupt(service, kind, same, (now) => count(now, same) > 0);
      await create(kind, same);
      assert.equal(count(await state(), same), 1);
    });

    it(`${kind}: what has a written name is not passed for what is asked for since triggers changed`, async () => {
      const first = asked("first");
      await interrupt(service, kind, first, (now) => count(now, first) > 0);
      await create(kind, { ...first, triggers: ["v2"] });
      assert.equal(count(await state(), first), 2);
    });
  }

  for (const [service, given] of [
    ["dds", { instanceId: "a89dab5e39394eccbdb77b19d57b0180in02" }],
    ["geminidb", { instanceId: "a4d8ea2584e047439a667703c0684119in06", description: "manual" }],
  ] as const) {
    const kind = `${service}:Backup`;
    const asked = { ...given, name: "before-upgrade", triggers: ["v1"], __owner: `dev::shop::::${service}-written` };
    const isMade = (now: State) => now[service].backups.length > 0;

    it(`doubt 8: ${kind}: a written name is found by its note, and refused where something else was asked for`, async () => {
      await interrupt(service, kind, asked, isMade);
      const [left] = (await state())[service].backups;
      await assert.rejects(
        create(kind, { ...asked, triggers: ["v2"], __owner: "dev::shop::::another" }),
        /is taken by/,
      );
      assert.equal((await create(kind, asked))?.id, left?.id);
      assert.equal((await state())[service].backups.length, 1);
    });
  }

  it("a recovery point of a former life of the stack is not passed for a new one", async () => {
    const args = { ...target, name: "before-upgrade", __owner: "dev::shop::::kept" };
    const first = await create("serveravatar:Backup", args);
    const folder = join(env.PULUMI_HOME, "backup-plans");
    const daysAgo = Date.now() / 1000 - 3 * 86_400;
    for (const note of readdirSync(folder)) utimesSync(join(folder, note), daysAgo, daysAgo);
    const second = await create("serveravatar:Backup", args);
    assert.notEqual(second?.id, first?.id);
    const then = new Date(daysAgo * 1000).toISOString();
    assert.ok(told.includes(`a run of ${then} that was interrupted asked ServerAvatar for this resource`), told);
  });
});
