import assert from "node:assert/strict";
import { configFor, useHost } from "../../../with/host/use-host";
import { useHosts } from "../../../with/host/with-host";

const instanceId = "a89dab5e39394eccbdb77b19d57b0180in02";
const __owner = "dev::shop::::orders";
const backup = { instanceId, onDelete: "delete", __owner };
const policy = { instanceId, keepDays: 14, startTime: "03:00-04:00", period: [1, 2, 3, 4, 5, 6, 7], __owner };

interface State {
  dds: { backups: { id: string }[] };
}

/** Pulumi allows that: its names are of one kind each. */
describe("a backup and a policy with the same name in the program", () => {
  const { urls, control } = useHost({ settings: { buildSeconds: 0, dds: { deleteSeconds: 0 } } });
  const start = useHosts();
  beforeEach(() => control("POST", "/reset"));

  const nextRun = () => start({ config: configFor(urls()) });
  async function isThere(id: string): Promise<boolean> {
    return ((await control("GET", "/state")) as State).dds.backups.some((each) => each.id === id);
  }

  it("the backup is deleted as its removal from the program says, where the policy is new", async () => {
    let host = await nextRun();
    const made = await host.create("dds:Backup", (await host.check("dds:Backup", backup)).inputs);
    host = await nextRun();
    await host.create("dds:BackupPolicy", (await host.check("dds:BackupPolicy", policy)).inputs);
    await host.delete("dds:Backup", made.id, made.properties);
    assert.equal(await isThere(made.id), false);
  });

  it("what a backup took over, and the state has, is kept when the policy is looked at, too", async () => {
    let host = await nextRun();
    const { inputs } = await host.check("dds:Backup", backup);
    const made = await host.create("dds:Backup", inputs);
    const decided = (await host.check("dds:BackupPolicy", policy)).inputs;
    const kept = await host.create("dds:BackupPolicy", decided);
    host = await nextRun();
    await host.check("dds:Backup", backup, inputs);
    await host.diff("dds:Backup", made.id, made.properties, inputs);
    await host.check("dds:BackupPolicy", policy, decided);
    await host.diff("dds:BackupPolicy", kept.id, kept.properties, decided);
    await host.delete("dds:Backup", made.id, made.properties);
    assert.equal(await isThere(made.id), true);
  });
});
