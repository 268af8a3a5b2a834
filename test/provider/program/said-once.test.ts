import assert from "node:assert/strict";
import { owned, validOf } from "../../kinds/asked";
import { useHost } from "../../with/host/use-host";

const KIND = "dds:Backup";

describe("newcomer 7: a refusal in the host of dynamic providers", () => {
  const { host } = useHost({ settings: { buildSeconds: 0 }, form: "dynamic" });

  it("is passed on, and its output has one line that points to it", async () => {
    const args = owned({ ...validOf(KIND), name: undefined, onDelete: "delete" });
    const { inputs } = await host().check(KIND, args);
    const { id, properties } = await host().create(KIND, inputs);
    const next = await host().check(KIND, { ...args, triggers: ["v2"] }, inputs);
    await assert.rejects(host().diff(KIND, id, properties, next.inputs), /write allow: \{ "replace-recovery-point": "/);
    assert.match(host().output(), /^pulumi-backup-plans: see the error of the resource: $/m);
    assert.doesNotMatch(host().output(), /replace-recovery-point/);
  });
});
