import assert from "node:assert/strict";
import { AS_USERS } from "../../with/engine/quickly";
import { assertDone, assertSays } from "../../with/journeys/assert-outcome";
import { ROOT } from "../../with/root";
import { useStage } from "../../with/stage";
import { HERE } from "../../with/where";

describe("this repository as a Pulumi project", () => {
  const stage = useStage({ env: AS_USERS, where: { ...HERE, program: ROOT } });

  it("previews the quickstart, and sends nothing", async () => {
    const { outcome, requests } = await stage().sent(() => stage().program.preview("--diff"));
    assertDone(outcome);
    assertSays(outcome.text, "shop-nightly", "Every Day from now", "+ 5 to create");
    assert.deepEqual(requests, []);
  });
});
