import assert from "node:assert/strict";
import { shopPlan } from "../../kinds/example-shop";
import { instances } from "../../kinds/instances";
import type { Declaration } from "../../with/programs/declaration";
import type { Run } from "../../with/programs/program";
import { Stage } from "../../with/stage";

describe("a replacement that no argument asks for, on a real engine", () => {
  let stage: Stage;
  before(async () => {
    stage = await Stage.open({ buildSeconds: 0 });
  });
  after(() => stage?.close());

  async function up(declared: Declaration, ...args: string[]): Promise<Run> {
    const { program } = stage;
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
    const { urn, outputs } = (await stage.program.state()).nightly!;
    const { text, changes } = await up(plan({ allow: { "second-plan": outputs.planId } }), "--replace", urn);
    assert.equal(changes.replaced, 1, text);
    assert.doesNotMatch(text, /interrupted|may have asked/);
    assert.notEqual((await stage.program.state()).nightly!.outputs.planId, outputs.planId);
  });

  it("doubt 11: replacementTrigger makes a new backup", async () => {
    const backup = (replacementTrigger: string): Declaration => ({
      ...{ kind: "dds:Backup", name: "orders", args: { instanceId: instances.dds[0] } },
      options: { replacementTrigger },
    });
    await up(backup("v1"));
    assert.equal((await up(backup("v2"))).changes.replaced, 1);
    const { backups } = (await stage.control("GET", "/state")).dds;
    assert.equal(backups.length, 2);
    assert.equal((await up(backup("v2"))).changes.unchanged, 2);
  });
});
