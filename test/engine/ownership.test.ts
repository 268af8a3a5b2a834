import assert from "node:assert/strict";
import { shopPlan } from "../kinds/example-shop";
import { instances } from "../kinds/instances";
import type { Control } from "../with/control";
import { configFor } from "../with/host/use-host";
import type { Declaration } from "../with/programs/declaration";
import { useStage } from "../with/stage";

/** Scenarios of the ledger where the engine's own order of calls and its processes matter; the model of it plays them all. */
describe("who has what, on a real engine", () => {
  const stage = useStage({ settings: { buildSeconds: 0, trove: { deleteSeconds: 0 } } });
  afterEach(async () => {
    await control("POST", "/settings", { serveravatar: { undocumentedDelete: "works" } });
    assert.equal((await stage().program.destroy()).code, 0);
    await control("POST", "/reset");
  });

  const control: Control = (...asked) => stage().control(...asked);
  async function up(declared: readonly Declaration[], code = 0, more = {}, ...args: string[]): Promise<string> {
    await stage().program.declare(declared, more);
    const run = await stage().program.up(...args);
    assert.equal(run.code, code, run.text);
    return run.text;
  }
  const idOf = async (name: string) => (await stage().program.state())[name]!.id;
  const idsIn = async (service: string, table: string): Promise<string[]> =>
    (await control("GET", "/state"))[service][table].map(({ id }: { id: unknown }) => `${id}`);

  it("ownership 3: a deletion that a failed run put off needs the consent that the replacement needed", async () => {
    const trove = (name: string, more: object): Declaration => ({
      ...{ kind: "trove:Backup", name },
      args: { instance: instances.trove[0], ...more },
    });
    await up([trove("a", { onDelete: "delete" })]);
    const id = await idOf("a");
    const a = trove("a", { onDelete: "delete", triggers: ["v2"] });
    const failing = trove("b", { instance: "00000000-0000-4000-8000-000000000000" });
    await up([a, failing], 1, {}, "--replace", await stage().program.urnOf("a"));
    assert.match(await up([a]), /no allow agreed to its deletion/);
    assert.ok((await idsIn("trove", "backups")).includes(id));
  });

  it("a policy is not switched off when it moves to an explicit provider under another name", async () => {
    const instanceId = instances.dds[0];
    const policy = { instanceId, keepDays: 14, startTime: "03:00-04:00", period: [1, 2, 3, 4, 5, 6, 7] };
    const args = { ...policy, onDelete: "disable" };
    await up([{ kind: "dds:BackupPolicy", name: "policy", args }]);
    const { "dds:endpoint": endpoint, ...login } = configFor(stage().urls);
    const account = Object.entries(login).filter(([key]) => key.startsWith("opentelekomcloud:"));
    const opentelekomcloud = Object.fromEntries(account.map(([key, value]) => [key.split(":")[1]!, value]));
    const providers = { "declared:providers": { eu: { dds: { endpoint }, opentelekomcloud } } };
    const moved = { kind: "dds:BackupPolicy", name: "eu-policy", args, options: { provider: "eu" } };
    assert.match(await up([moved], 0, providers), /is managed by another resource of this program now/);
    const { policies } = (await control("GET", "/state")).dds;
    assert.equal(policies.find((each: { instance_id: string }) => each.instance_id === instanceId).keepDays, 14);
  });

  it("a recovery point is kept when what it hangs on is deleted first, and nobody agreed", async () => {
    const chain = (trigger: string): Declaration[] => [
      { kind: "trove:Backup", name: "full", args: { instance: instances.trove[0], triggers: [trigger] } },
      {
        ...{ kind: "trove:Backup", name: "addition" },
        args: { instance: instances.trove[0], parentId: { idOf: "full" }, onDelete: "delete" },
      },
    ];
    await up(chain("v1"));
    const id = await idOf("addition");
    await control("POST", "/settings", { trove: { failNext: { backup: 1 } } });
    await up(chain("v2"), 1);
    assert.match(await up(chain("v2")), /is replaced, and kept all the same: no allow agreed to its deletion/);
    assert.ok((await idsIn("trove", "backups")).includes(id));
  });

  it("a deletion that is put off as the service refuses it ends with what the program says since", async () => {
    const plan = (args: object): Declaration[] => [{ kind: "serveravatar:BackupPlan", name: "shop", args }];
    const first = { ...shopPlan, onDelete: "delete" };
    const other = { ...first, applicationId: 4247, databaseId: 4224 };
    await up(plan(first));
    const allow = { "narrower-scope": "files of application 4246, database 4223 of application 4246" };
    assert.match(await up(plan({ ...other, allow }), 1), /The plan stays in state/);
    assert.match(await up(plan({ ...other, onDelete: "keep" })), /now says onDelete "keep": \d+ is left as it is/);
  });
});
