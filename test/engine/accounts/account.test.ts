import assert from "node:assert/strict";
import { shopBackup } from "../../kinds/example-shop";
import { instances } from "../../kinds/instances";
import { otherAccount } from "../../with/host/other-account";
import type { Declaration } from "../../with/programs/declaration";
import type { Run } from "../../with/programs/program";
import { useStage } from "../../with/stage";

const week = { keepDays: 14, startTime: "01:00-02:00", period: [1, 2, 3, 4, 5, 6, 7] };

const declared: Declaration[] = [
  { kind: "serveravatar:Backup", name: "shop", args: { ...shopBackup, onDelete: "delete" } },
  { kind: "trove:Backup", name: "orders", args: { instance: instances.trove[0], onDelete: "delete" } },
  { kind: "dds:Backup", name: "documents", args: { instanceId: instances.dds[0], onDelete: "delete" } },
  { kind: "geminidb:BackupPolicy", name: "events", args: { instanceId: instances.geminidb[0], ...week } },
];
const ACCOUNTS = {
  shop: "organization 5",
  orders: "project 7f1d2c3b4a5968708f9e0d1c2b3a4958",
  documents: "project 0549b4a43100d4f32f51c01c2fe4acdb, eu-de",
  events: "project 0549b4a43100d4f32f51c01c2fe4acdb, eu-de",
};
const MISMATCH = /is in project \w+(, eu-de)?, and the configured login leads to project \w+/;

describe("the account of a state, on a real engine", () => {
  const stage = useStage({ settings: { buildSeconds: 0, trove: { deleteSeconds: 0 } } });
  before(async () => {
    await stage().program.declare(declared);
    done(await stage().program.up());
  });

  const done = ({ code, text }: Run) => assert.equal(code, 0, text);
  const accounts = async () =>
    Object.fromEntries(
      Object.entries(await stage().program.state()).map(([name, { outputs }]) => [name, outputs.account ?? null]),
    );
  /** The stack's configuration leads to the account, and the next `up` stores that. */
  const leadTo = async (more: object) => {
    await stage().program.declare(declared, more as Record<string, string>);
    done(await stage().program.up());
  };
  it("is written by an up, and a change of the login alone asks for nothing", async () => {
    assert.deepEqual(await accounts(), ACCOUNTS);
    await stage().control("DELETE", "/requests");
    await leadTo(otherAccount(stage().urls));
    assert.deepEqual(await stage().requests(), []);
  });

  it("ownership 6: a refresh with another account's login is an error, and the state loses nothing", async () => {
    const refresh = await stage().program.refresh();
    assert.notEqual(refresh.code, 0, refresh.text);
    assert.match(refresh.text, MISMATCH);
    assert.deepEqual(await accounts(), ACCOUNTS);
  });

  it("ownership 7: a destroy, too, and deletes nothing", async () => {
    await stage().control("DELETE", "/requests");
    const destroy = await stage().program.destroy("--continue-on-error");
    assert.notEqual(destroy.code, 0, destroy.text);
    assert.match(destroy.text, MISMATCH);
    assert.deepEqual(Object.keys(await stage().program.state()).sort(), ["documents", "orders", "shop"]);
    assert.ok((await stage().writes()).every(({ method }) => method !== "DELETE"));
    const there = await stage().control("GET", "/state");
    assert.deepEqual([there.trove.backups.length, there.serveravatar.runs.length], [1, 1]);
  });
});
