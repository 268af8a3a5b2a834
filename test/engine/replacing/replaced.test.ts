import assert from "node:assert/strict";
import { type Emulator, startEmulator } from "../../emulator";
import { shopPlan } from "../../kinds/example-shop";
import { instances } from "../../kinds/instances";
import { controlOf } from "../../with/control";
import { configFor } from "../../with/host/use-host";
import type { Declaration } from "../../with/programs/declaration";
import { Program, type Run } from "../../with/programs/program";

describe("a replacement that no argument asks for, on a real engine", () => {
  let emulator: Emulator;
  let program: Program;
  before(async () => {
    emulator = await startEmulator({ settings: { buildSeconds: 0 } });
    program = await Program.create({ config: configFor(emulator.urls) as Record<string, string> });
  });
  after(async () => {
    await program?.dispose();
    await emulator?.stop();
  });

  async function up(declared: Declaration, ...args: string[]): Promise<Run> {
    await program.declare([declared]);
    const run = await program.up(...args);
    assert.equal(run.code, 0, run.text);
    return run;
  }

  it("doubt 17: --replace of a plan straight after a run that went well speaks of no interrupted run", async () => {
    const plan = (more: object): Declaration => ({
      ...{ kind: "serveravatar:BackupPlan", name: "nightly", args: { ...shopPlan, ...more } },
    });
    await up(plan({}));
    const { urn, outputs } = (await program.state()).nightly!;
    const { text, changes } = await up(plan({ allow: { "second-plan": outputs.planId } }), "--replace", urn);
    assert.equal(changes.replaced, 1, text);
    assert.doesNotMatch(text, /interrupted|may have asked/);
    assert.notEqual((await program.state()).nightly!.outputs.planId, outputs.planId);
  });

  it("doubt 11: replacementTrigger makes a new backup", async () => {
    const backup = (replacementTrigger: string): Declaration => ({
      ...{ kind: "dds:Backup", name: "orders", args: { instanceId: instances.dds[0] } },
      options: { replacementTrigger },
    });
    await up(backup("v1"));
    assert.equal((await up(backup("v2"))).changes.replaced, 1);
    const { backups } = (await controlOf(emulator.urls)("GET", "/state")).dds;
    assert.equal(backups.length, 2);
    assert.equal((await up(backup("v2"))).changes.unchanged, 2);
  });
});
