import assert from "node:assert/strict";
import { useTwoRuns } from "../../../with/host/use-two-runs";

const CASES = {
  "trove:Backup": { instance: "d4603f69-ec7e-4e9b-803f-600b9205576f" },
  "dds:Backup": { instanceId: "a89dab5e39394eccbdb77b19d57b0180in02" },
  "geminidb:Backup": { instanceId: "a4d8ea2584e047439a667703c0684119in06", description: "manual" },
};

/** As Pulumi calls for a changed `replacementTrigger`: two checks, the second one without what is stored, and a creation. */
describe("Pulumi's option replacementTrigger", () => {
  const { first, second } = useTwoRuns({ buildSeconds: 0 });

  for (const [kind, given] of Object.entries(CASES)) {
    it(`doubt 11: ${kind}: makes a new backup, whose name stays from then on`, async () => {
      const args = { ...given, __owner: "dev::shop::::orders" };
      const { inputs } = await first().check(kind, args);
      const made = await first().create(kind, inputs);
      await second().check(kind, args, inputs);
      const replacing = await second().check(kind, args);
      assert.deepEqual(replacing.failures, []);
      const replaced = await second().create(kind, replacing.inputs);
      assert.notEqual(replaced.id, made.id);
      assert.equal((await second().check(kind, args, replacing.inputs)).inputs.name, replacing.inputs.name);
    });
  }
});
