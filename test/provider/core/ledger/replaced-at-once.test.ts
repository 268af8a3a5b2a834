import assert from "node:assert/strict";
import { kinds } from "../../../kinds/kinds";
import { ownerNamed } from "../../../with/host/host";
import { useTwoRuns } from "../../../with/host/use-two-runs";

/** As Pulumi calls for `--replace`: no diff, and for the second check no stored inputs. */
describe("doubt 17: a replacement straight after a run that went well", () => {
  const { first, second } = useTwoRuns({ buildSeconds: 0 });

  // A policy is set, and nothing of it is asked for twice.
  for (const { kind, valid } of kinds.filter((each) => !each.kind.endsWith("Policy"))) {
    it(`${kind}: speaks of no interrupted run`, async () => {
      const args = { ...valid, __owner: ownerNamed("nightly") };
      const { inputs } = await first().check(kind, args);
      await first().create(kind, inputs);
      await second().check(kind, args, inputs);
      const next = await second().check(kind, args);
      const made = await second().create(kind, next.inputs);
      const told = second().logs.map(({ message }) => message);
      assert.deepEqual(
        told.filter((each) => /interrupted|earlier run/.test(each)),
        [],
      );
      assert.equal(made.properties.state, "ready");
    });
  }
});
