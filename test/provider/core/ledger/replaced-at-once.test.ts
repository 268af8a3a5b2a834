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
