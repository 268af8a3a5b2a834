import assert from "node:assert/strict";
import type { Host, Props } from "../../../with/host/host";
import { configFor, useHost } from "../../../with/host/use-host";
import { useHosts } from "../../../with/host/with-host";
import { NOBODY } from "../../../with/nobody";

const instanceId = "a89dab5e39394eccbdb77b19d57b0180in02";
const owned = (name: string) => ({ __owner: `dev::shop::::${name}` });
const policy = { instanceId, keepDays: 14, startTime: "03:00-04:00", period: [1, 2, 3, 4, 5, 6, 7] };

interface State {
  dds: { backups: { id: string }[]; policies: { instance_id: string; keepDays: number }[] };
}

/** Pulumi starts a process of its own for each explicit provider. What moves between two is made by one, deleted by the other. */
describe("what moves to another provider of the program", () => {
  const { urls, control } = useHost({ settings: { buildSeconds: 0, dds: { deleteSeconds: 0 } } });
  const start = useHosts();
  beforeEach(() => control("POST", "/reset"));

  async function processes(more: Props = {}): Promise<[old: Host, next: Host]> {
    const config = configFor(urls());
    const old = await start({ config });
    return [old, await start({ config: { ...config, ...more }, beside: old })];
  }
  async function made(kind: string, args: Props) {
    const [host] = await processes();
    const { inputs } = await host.check(kind, args);
    return { inputs, ...(await host.create(kind, inputs)) };
  }
  const state = async () => ((await control("GET", "/state")) as State).dds;
  const daysKept = async () => (await state()).policies.find((each) => each.instance_id === instanceId)?.keepDays;
  const isThere = async (id: string) => (await state()).backups.some((each) => each.id === id);

  it("under another name is not switched off as the old one goes", async () => {
    const kind = "dds:BackupPolicy";
    const before = await made(kind, { ...policy, onDelete: "disable", ...owned("policy") });
    const [old, next] = await processes();
    const { inputs } = await next.check(kind, { ...policy, onDelete: "disable", ...owned("eu-policy") });
    await next.create(kind, inputs);
    await old.delete(kind, before.id, before.properties);
    assert.equal(await daysKept(), 14);
  });

  it("is not deleted where its replacement took it over", async () => {
    const kind = "dds:Backup";
    const args = { instanceId, onDelete: "delete", ...owned("release") };
    const before = await made(kind, args);
    const [old, next] = await processes();
    const { inputs } = await next.check(kind, args, before.inputs);
    assert.equal((await next.create(kind, { ...inputs, adopt: before.id })).id, before.id);
    await old.delete(kind, before.id, before.properties);
    assert.ok(await isThere(before.id));
  });

  for (const [agreed, isKept] of [
    [false, true],
    [true, false],
  ] as const) {
    it(`and is replaced by another ${isKept ? "stays without" : "goes with"} the consent that is stored`, async () => {
      const kind = "dds:Backup";
      const args = { instanceId, onDelete: "delete", ...owned("release") };
      const before = await made(kind, { ...args, triggers: ["v1"] });
      const allow = agreed ? { allow: { "replace-recovery-point": before.id } } : {};
      const [old, next] = await processes();
      const again = { ...args, triggers: ["v2"], ...allow };
      await next.check(kind, again, before.inputs);
      const { inputs } = await next.check(kind, again);
      assert.notEqual((await next.create(kind, inputs)).id, before.id);
      await old.delete(kind, before.id, { ...before.properties, ...allow });
      assert.equal(await isThere(before.id), isKept);
    });
  }

  it("and keeps a list: the list begins anew, and what the old one had stays and is named", async () => {
    const kind = "dds:Backup";
    const args = { instanceId, onDelete: "delete", keepLast: 2, ...owned("release") };
    const before = await made(kind, args);
    const [old, next] = await processes();
    await next.check(kind, args, before.inputs);
    const { inputs } = await next.check(kind, { ...args, triggers: ["v2"] });
    assert.equal(((await next.create(kind, inputs)).properties.generations as object[]).length, 1);
    await old.delete(kind, before.id, before.properties);
    assert.ok(await isThere(before.id));
    const told = old.logs.map(({ message }) => message).join("\n");
    assert.match(told, new RegExp(`list of generations begins anew: 1 recovery point stays.*${before.id}`));
  });

  it("cannot be of two resources, one of each", async () => {
    const kind = "dds:BackupPolicy";
    const [one, other] = await processes();
    assert.deepEqual((await one.check(kind, { ...policy, ...owned("policy") })).failures, []);
    const { failures } = await other.check(kind, { ...policy, keepDays: 9, ...owned("eu-policy") });
    assert.match(failures[0]!.reason, /^instanceId: a resource of another provider has it already, and only one/);
    const [later] = await processes();
    assert.deepEqual((await later.check(kind, { ...policy, ...owned("eu-policy") })).failures, []);
  });

  it("may have the same ids where the service is another one", async () => {
    const kind = "dds:BackupPolicy";
    const [one, other] = await processes({ "dds:endpoint": NOBODY });
    assert.deepEqual((await one.check(kind, { ...policy, ...owned("policy") })).failures, []);
    assert.deepEqual((await other.check(kind, { ...policy, ...owned("eu-policy") })).failures, []);
  });

  it("is deleted as its removal says where its process ended before this engine's began, or nobody has it", async () => {
    const kind = "dds:Backup";
    const before = await made(kind, { instanceId, onDelete: "delete", ...owned("release") });
    const [old, next] = await processes();
    const another = { instanceId: "b90ebc6f4a4a5fddcec88c20e68c1291in02", ...owned("another") };
    await next.create(kind, (await next.check(kind, another)).inputs);
    await old.delete(kind, before.id, before.properties);
    assert.ok(!(await isThere(before.id)));
  });
});
