import assert from "node:assert/strict";
import { type Emulator, startEmulator } from "../emulator";
import { shopBackup } from "../kinds/example-shop";
import { type Control, controlOf } from "../with/control";
import { configFor } from "../with/host/use-host";
import type { Declaration } from "../with/programs/declaration";
import { Program } from "../with/programs/program";

const ONCE = { ...shopBackup, onDelete: "delete" };
const INSTANCE = { instance: "d4603f69-ec7e-4e9b-803f-600b9205576f" };

const trove = (name: string, more: object): Declaration => ({
  kind: "trove:Backup",
  name,
  args: { ...INSTANCE, ...more },
});

/** The scenarios of the ledger where the engine's own order of calls matters. */
describe("who has what, on a real engine", () => {
  let emulator: Emulator;
  let program: Program;
  before(async () => {
    emulator = await startEmulator({ settings: { buildSeconds: 0, trove: { deleteSeconds: 0 } } });
    program = await Program.create({ config: configFor(emulator.urls) as Record<string, string> });
  });
  after(async () => {
    await program?.dispose();
    await emulator?.stop();
  });
  afterEach(async () => {
    assert.equal((await program.destroy()).code, 0);
    await control("POST", "/reset");
  });

  const control: Control = (...asked) => controlOf(emulator.urls)(...asked);
  async function up(declared: readonly Declaration[], code = 0, ...args: string[]): Promise<string> {
    await program.declare(declared);
    const run = await program.up(...args);
    assert.equal(run.code, code, run.text);
    return run.text;
  }
  const idOf = async (name: string) => (await program.state())[name]!.id;
  const runs = async (): Promise<string[]> =>
    (await control("GET", "/state")).serveravatar.runs.map(({ id }: { id: number }) => `${id}`);
  const backups = async (): Promise<string[]> =>
    (await control("GET", "/state")).trove.backups.map(({ id }: { id: string }) => id);

  const plan = { kind: "serveravatar:BackupPlan", args: { ...ONCE, automaticBackup: false } };
  const backup = { kind: "serveravatar:Backup", args: ONCE };
  for (const [old, next] of [
    [plan, backup],
    [backup, plan],
  ] as const) {
    it(`ownership 1: what a ${old.kind} made is kept as a ${next.kind} adopts it`, async () => {
      await up([{ ...old, name: "old" }]);
      const id = await idOf("old");
      const taken = { kind: next.kind, name: "new", args: { ...next.args, onDelete: "keep", adopt: id } };
      assert.match(await up([taken]), /is managed by another resource of this program now/);
      assert.ok((await runs()).includes(id));
    });
  }

  it("ownership 2: what a resource has cannot be adopted by another, whichever is declared first", async () => {
    const a = trove("a", { onDelete: "delete" });
    await up([a]);
    const id = await idOf("a");
    const b = trove("b", { adopt: id });
    assert.match(await up([a, b], 1), /has it/);
    assert.match(await up([b, a], 1), /has it/);
    assert.deepEqual(await backups(), [id]);
    await up([a]);
  });

  it("ownership 3: a deletion that a failed run put off needs the consent that the replacement needed", async () => {
    await up([trove("a", { onDelete: "delete" })]);
    const id = await idOf("a");
    const a = trove("a", { onDelete: "delete", triggers: ["v2"] });
    const { urn } = (await program.state()).a!;
    const failing = trove("b", { instance: "00000000-0000-4000-8000-000000000000" });
    await up([a, failing], 1, "--replace", urn);
    assert.match(await up([a]), /no allow agreed to its deletion/);
    assert.ok((await backups()).includes(id));
  });

  it("ownership 5: of two equal ones, one of which is renamed without an alias, each has its own", async () => {
    const equal = (name: string): Declaration => ({ ...backup, name });
    await up([equal("a"), equal("b")]);
    const kept = await idOf("a");
    await up([equal("a"), equal("c")]);
    const there = await runs();
    assert.ok(there.includes(kept) && there.includes(await idOf("c")));
    assert.equal(there.length, 2);
  });
});
