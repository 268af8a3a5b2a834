import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EngineModel } from "../../../faults/engine-model";
import { type Props, ProviderProcess, registered } from "../../../faults/provider-process";
import { World } from "../../../faults/world";
import { shopPlan } from "../../../kinds/example-shop";

const CASES: Record<string, Props> = {
  "trove:Backup": { instance: "d4603f69-ec7e-4e9b-803f-600b9205576f" },
  "dds:Backup": { instanceId: "a89dab5e39394eccbdb77b19d57b0180in02" },
  "geminidb:Backup": { instanceId: "a4d8ea2584e047439a667703c0684119in06", description: "before the release" },
  "serveravatar:BackupPlan": { ...shopPlan },
};

/** What has `onDelete: "delete"` leaves the program, and another resource has it, or takes it over in the same run. */
describe("what another resource of the program has", () => {
  const home = process.env.PULUMI_HOME;
  let world: World;
  before(async () => {
    process.env.PULUMI_HOME = await mkdtemp(join(tmpdir(), "elsewhere-"));
    world = await World.open({ buildSeconds: 0, serveravatar: { undocumentedDelete: "works" } });
  });
  beforeEach(() => world.reset());
  after(async () => {
    await world.close();
    await rm(process.env.PULUMI_HOME!, { recursive: true });
    if (home === undefined) delete process.env.PULUMI_HOME;
    else process.env.PULUMI_HOME = home;
  });

  const config = () => ({ ...world.config(), "backup-plans:pollSeconds": "0.05" });

  async function stored(kind: string, name: string, args: Props) {
    const engine = new EngineModel("dev", [{ kind, name, args }]);
    assert.deepEqual((await engine.up(config())).errors, {});
    return engine.state.get(name)!;
  }
  async function nextRun(kind: string) {
    const warned: string[] = [];
    const told = (_urn: string, message: string) => void warned.push(message);
    const run = (await ProviderProcess.start(config(), { lives: () => true, warned: told })).of(kind);
    return { run, warned };
  }

  for (const [kind, args] of Object.entries(CASES)) {
    const isThere = async (id: string) => {
      const { serveravatar, ...others } = await world.holdings();
      const service = kind.split(":")[0] as keyof typeof others;
      const held = kind === "serveravatar:BackupPlan" ? serveravatar.plans : others[service].backups;
      return held.some((each: { id: unknown }) => `${each.id}` === id);
    };
    const deleted: Props = { ...args, onDelete: "delete" };

    it(`${kind}: is kept when it is taken over by its id in the same run`, async () => {
      const old = await stored(kind, "old", deleted);
      const { run, warned } = await nextRun(kind);
      const { inputs } = await run.check({}, registered(kind, "new", "dev", { ...deleted, adopt: old.id }));
      assert.equal((await run.create(inputs!)).id, old.id);
      await run.delete(old.id, old.outputs);
      assert.ok(await isThere(old.id));
      assert.match(warned.join("\n"), /is managed by another resource of this program now, and is left as it is/);
    });

    it(`${kind}: is kept when another resource had it before, too, and deleted when none has`, async () => {
      const old = await stored(kind, "old", deleted);
      const other = await stored(kind, "new", { ...args, adopt: old.id });
      let { run } = await nextRun(kind);
      const news = registered(kind, "new", "dev", { ...args, adopt: old.id });
      const { inputs } = await run.check(other.inputs, news);
      await run.diff(other.id, other.outputs, inputs!);
      await run.delete(old.id, old.outputs);
      assert.ok(await isThere(old.id));
      ({ run } = await nextRun(kind));
      await run.delete(old.id, old.outputs);
      assert.ok(!(await isThere(old.id)));
    });

    it(`${kind}: cannot be taken over by two`, async () => {
      const { run } = await nextRun(kind);
      const adopt = "01234567-89AB-cdef-0123-456789abcdef";
      const check = async (name: string, id: string) =>
        (await run.check({}, registered(kind, name, "dev", { ...args, adopt: id }))).failures ?? [];
      const id = kind === "serveravatar:BackupPlan" ? "21" : adopt;
      assert.deepEqual(await check("one", id), []);
      assert.match((await check("two", id.toLowerCase()))[0]!.reason, /^adopt: resource "one" has it already/);
    });
  }
});
