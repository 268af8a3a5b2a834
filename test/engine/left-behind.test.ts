import assert from "node:assert/strict";
import { shopPlan } from "../kinds/example-shop";
import type { Control } from "../with/control";
import { configFor } from "../with/host/use-host";
import type { Declaration } from "../with/programs/declaration";
import { Stage } from "../with/stage";

const instance = "d4603f69-ec7e-4e9b-803f-600b9205576f";
const instanceId = "a89dab5e39394eccbdb77b19d57b0180in02";
const policy = { instanceId, keepDays: 14, startTime: "03:00-04:00", period: [1, 2, 3, 4, 5, 6, 7] };

describe("what is deleted behind a change, on a real engine", () => {
  let stage: Stage;
  before(async () => {
    stage = await Stage.open({ buildSeconds: 0 });
  });
  after(() => stage?.close());
  afterEach(async () => {
    await control("POST", "/settings", { serveravatar: { undocumentedDelete: "works" } });
    assert.equal((await stage.program.destroy()).code, 0);
    await control("POST", "/reset");
  });

  const control: Control = (...asked) => stage.control(...asked);
  async function up(declared: readonly Declaration[], code = 0, more = {}): Promise<string> {
    await stage.program.declare(declared, more);
    const run = await stage.program.up();
    assert.equal(run.code, code, run.text);
    return run.text;
  }

  it("a policy is not switched off when it moves to an explicit provider under another name", async () => {
    const disable = { ...policy, onDelete: "disable" };
    await up([{ kind: "dds:BackupPolicy", name: "policy", args: disable }]);
    const { "dds:endpoint": endpoint, ...login } = configFor(stage.urls);
    const account = Object.entries(login).filter(([key]) => key.startsWith("opentelekomcloud:"));
    const opentelekomcloud = Object.fromEntries(account.map(([key, value]) => [key.split(":")[1]!, value]));
    const providers = { "declared:providers": { eu: { dds: { endpoint }, opentelekomcloud } } };
    const moved = { kind: "dds:BackupPolicy", name: "eu-policy", args: disable, options: { provider: "eu" } };
    assert.match(await up([moved], 0, providers), /is managed by another resource of this program now/);
    const { policies } = (await control("GET", "/state")).dds;
    assert.equal(policies.find((each: { instance_id: string }) => each.instance_id === instanceId).keepDays, 14);
  });

  it("a recovery point is kept when what it hangs on is deleted first, and nobody agreed", async () => {
    const chain = (trigger: string): Declaration[] => [
      { kind: "trove:Backup", name: "full", args: { instance, triggers: [trigger] } },
      { kind: "trove:Backup", name: "addition", args: { instance, parentId: { idOf: "full" }, onDelete: "delete" } },
    ];
    await up(chain("v1"));
    const { id } = (await stage.program.state()).addition!;
    await control("POST", "/settings", { trove: { failNext: { backup: 1 } } });
    await up(chain("v2"), 1);
    assert.match(await up(chain("v2")), /is replaced, and kept all the same: no allow agreed to its deletion/);
    const { backups } = (await control("GET", "/state")).trove;
    assert.ok(backups.some((each: { id: string }) => each.id === id));
  });

  it("a deletion that is put off as the service refuses it ends with what the program says since", async () => {
    const plan = (args: object): Declaration[] => [{ kind: "serveravatar:BackupPlan", name: "shop", args }];
    const first = { ...shopPlan, onDelete: "delete" };
    const other = { ...first, applicationId: 4247, databaseId: 4224 };
    await up(plan(first));
    const allow = { "narrower-scope": "files of application 4246, database 4223 of application 4246" };
    assert.match(await up(plan({ ...other, allow }), 1), /The plan stays in state/);
    assert.match(await up(plan({ ...other, allow }), 1), /The plan stays in state/);
    assert.match(await up(plan({ ...other, onDelete: "keep" })), /now says onDelete "keep": \d+ is left as it is/);
  });

  it("a deletion that takes descendants along is done once the program agrees", async () => {
    const chain = (trigger: string, allow = {}, onDelete = "delete"): Declaration[] => [
      { kind: "trove:Backup", name: "full", args: { instance, triggers: [trigger], onDelete, allow } },
      { kind: "trove:Backup", name: "addition", args: { instance, parentId: { idOf: "full" } } },
    ];
    await up(chain("v1"));
    const { id } = (await stage.program.state()).full!;
    const replaced = { "replace-recovery-point": id };
    assert.match(await up(chain("v2", replaced), 1), /deletes what was built on it too/);
    await up(chain("v2", { ...replaced, "delete-descendants": id }));
    assert.equal((await control("GET", "/state")).trove.backups.length, 2);
    await up(chain("v2", {}, "keep"));
  });
});
