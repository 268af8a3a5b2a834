import assert from "node:assert/strict";
import { inOneStack } from "../../../kinds/kinds";
import { ownerNamed } from "../../../with/host/host";
import { useTwoRuns } from "../../../with/host/use-two-runs";

/** As Pulumi calls for `--replace` and after a taint: no diff, and a check without stored inputs, alone or as the second one. */
describe("doubt 17: a replacement straight after a run that went well", () => {
  const { first, second } = useTwoRuns({ buildSeconds: 0 });

  // A policy is set, and nothing of it is asked for twice.
  for (const { kind, valid } of inOneStack.filter((each) => !each.kind.endsWith("Policy"))) {
    for (const shows of ["nothing", "the inputs"]) {
      it(`${kind}: speaks of no interrupted run where ${shows} of what is stored is shown`, async () => {
        const args = { ...valid, __owner: ownerNamed("nightly") };
        const { inputs } = await first().check(kind, args);
        const { properties } = await first().create(kind, inputs);
        const agreed = properties.planId ? { ...args, allow: { "second-plan": properties.planId } } : args;
        if (shows === "the inputs") await second().check(kind, agreed, inputs);
        const next = await second().check(kind, agreed);
        const made = await second().create(kind, next.inputs);
        const told = second().logs.map(({ message }) => message);
        assert.deepEqual(
          told.filter((each) => /interrupted|may have asked/.test(each)),
          [],
        );
        assert.equal(made.properties.state, "ready");
        if (properties.planId) assert.notEqual(made.properties.planId, properties.planId);
      });
    }
  }
});

/** The engine calls as above, for it has no state: it was killed, or `--replace` shows nothing of it. */
describe("a creation after a run that was killed between the answer and the writing of the state", () => {
  const { first, second, state } = useTwoRuns({ buildSeconds: 0 });

  const asked = inOneStack.filter((each) => !each.kind.endsWith("Policy"));
  const written = asked.filter(({ kind }) => kind.endsWith(":Backup"));
  const all = [
    ...asked.map(({ kind, valid }) => ({ kind, valid, called: kind })),
    ...written.map(({ kind, valid }) => ({
      ...{ kind, valid: { ...valid, name: "before-upgrade" }, called: `${kind} with a written name` },
    })),
  ];

  for (const { kind, valid, called } of all) {
    it(`${called}: takes what was made, and leaves it where the same run deletes it as the replaced one`, async () => {
      const args = { ...valid, __owner: ownerNamed("nightly") };
      const { inputs } = await first().check(kind, args);
      const made = await first().create(kind, inputs);
      const next = await second().check(kind, args);
      const again = await second().create(kind, next.inputs);
      assert.deepEqual([vendorIdOf(again), again.properties.origin], [vendorIdOf(made), "made"]);
      await second().delete(kind, made.id, made.properties);
      const read = await second().read(kind, again.id, again.properties);
      assert.equal(vendorIdOf(read), vendorIdOf(made));
    });
  }

  it("serveravatar:BackupPlan that starts later: sends no second one, though nothing shows the first", async () => {
    const { valid } = asked.find(({ kind }) => kind === "serveravatar:BackupPlan")!;
    const startBackup = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 16).replace("T", " ");
    const args = { ...valid, startBackupFromNow: undefined, startBackup, __owner: ownerNamed("nightly") };
    const { inputs } = await first().check("serveravatar:BackupPlan", args);
    await first().create("serveravatar:BackupPlan", inputs);
    const next = await second().check("serveravatar:BackupPlan", args);
    const again = await second().create("serveravatar:BackupPlan", next.inputs);
    assert.equal(again.properties.state, "pending");
    assert.equal((await state<{ serveravatar: { plans: unknown[] } }>()).serveravatar.plans.length, 1);
  });
});

function vendorIdOf({ id, properties }: { id: string; properties: Record<string, unknown> }): unknown {
  return properties.planId ?? properties.backupId ?? properties.scheduleId ?? id;
}
