import assert from "node:assert/strict";
import { instances } from "../../kinds/instances";
import type { Props } from "../../with/host/host";
import { useHost } from "../../with/host/use-host";

const POINT = "trove:Backup";
const POLICY = "dds:BackupPolicy";
const WEEK = [1, 2, 3, 4, 5, 6, 7];

/** "unknown" makes the engine compare the inputs itself, and show the hidden ones among them. */
describe("consent 15: a difference that the engine is told", () => {
  const { host } = useHost({ settings: { buildSeconds: 0 } });

  async function edited(kind: string, { id, inputs, outputs }: Stored, args: Props) {
    const checked = await host().check(kind, args, inputs);
    assert.deepEqual(checked.failures, []);
    return host().diff(kind, id, outputs, checked.inputs);
  }

  async function made(kind: string, args: Props): Promise<Stored> {
    const { inputs } = await host().check(kind, args);
    const { id, properties } = await host().create(kind, inputs);
    return { id, inputs, outputs: properties };
  }

  it("of a release hides the former names", async () => {
    const args = { instance: instances.trove[0], keepLast: 3 };
    const stored = await made(POINT, { ...args, triggers: ["v1"] });
    const { changes, replaces } = await edited(POINT, stored, { ...args, triggers: ["v2"] });
    assert.deepEqual([changes, replaces.includes("triggers")], ["some", true]);
  });

  it("of an edit is left to the engine, which replaceOnChanges needs; after a drift it has no hidden input either", async () => {
    const args = { instanceId: instances.dds[0], keepDays: 7, startTime: "03:00-04:00", period: WEEK };
    const longer = { ...args, keepDays: 9 };
    const stored = await made(POLICY, args);
    assert.equal((await edited(POLICY, stored, longer)).changes, "unknown");
    const live = await host().read(POLICY, stored.id, { ...stored.outputs, keepDays: 6 });
    assert.deepEqual(live.inputs.__drifted, { keepDays: 7 });
    const refreshed = { id: live.id, inputs: live.inputs, outputs: live.properties };
    assert.equal((await edited(POLICY, refreshed, longer)).changes, "unknown");
    const { inputs } = await host().check(POLICY, longer, live.inputs);
    assert.deepEqual(inputs.__drifted, live.inputs.__drifted);
    const { inputs: settled } = await host().check(POLICY, longer, inputs);
    assert.equal(settled.__drifted, undefined);
  });
});

interface Stored {
  id: string;
  inputs: Props;
  outputs: Props;
}
