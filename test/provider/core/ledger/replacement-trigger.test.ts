import assert from "node:assert/strict";
import { minimalOf } from "../../../kinds/asked";
import { otcBackups } from "../../../kinds/otc/services";
import { useTwoRuns } from "../../../with/host/use-two-runs";

const KINDS = ["trove:Backup", ...otcBackups];

/** As Pulumi calls for a changed `replacementTrigger`: two checks, the second one without what is stored, and a creation. */
describe("Pulumi's option replacementTrigger", () => {
  const { first, second } = useTwoRuns({ buildSeconds: 0 });

  for (const kind of KINDS) {
    it(`doubt 11: ${kind}: makes a new backup, whose name stays from then on`, async () => {
      const args = { ...minimalOf(kind), __owner: "dev::shop::::orders" };
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
